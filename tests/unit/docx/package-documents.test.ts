// The documents of the first package, on a case: what its mappings take from where.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataOfCase } from '../../../src/plugins/procedures/server/src/docx/document-data';
import type { DocumentDefinition } from '../../../src/plugins/procedures/server/src/packages/types';

const folder = path.join(__dirname, '../../../bpmn/nguon-tin');
const { documents } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  documents: DocumentDefinition[];
};
const WRITING = { timeZone: 'Asia/Ho_Chi_Minh', label: (_field: string, value: unknown) => `<${value}>` };
const dataOf = (id: string, persons: unknown[]) => {
  const values = documents.find((one) => one.id === id)?.values ?? {};
  const at = '2026-11-22T07:05:00Z';
  const events = { TIEP_NHAN: { at, person: 'Cán bộ Mẫu' }, CHUYEN: { at, task: { to: ['CA_TINH'] } } };
  const record = { receivedAt: at, persons, documents: [{ name: 'Đơn' }] };
  return dataOfCase(values, { record, events, case: {}, letterhead: {}, document: {}, units: {} }, WRITING);
};

it('names who told and who else has to do with it, each in the right place', () => {
  const told = { role: 'NGUOI_CUNG_CAP', name: 'Nguyễn Thị Ví Dụ', birthDate: '1980-02-01', address: 'Số 1' };
  const data = dataOf('bien-ban-tiep-nhan', [told, { role: 'BI_HAI', name: 'Trần Văn Mẫu' }]);
  expect(data.nguoiCungCap).toMatchObject([{ hoTen: 'Nguyễn Thị Ví Dụ', ngaySinh: '01/02/1980', diaChi: 'Số 1' }]);
  expect(data.nguoiLienQuan).toMatchObject([{ hoTen: 'Trần Văn Mẫu', vaiTro: '<BI_HAI>' }]);
  expect(data.canBoTiepNhan).toBe('Cán bộ Mẫu');
});

it('shows a protected person by pseudonym, and leaves no line to write the rest on', () => {
  const masked = { role: 'NGUOI_CUNG_CAP', masked: true, name: 'Người được bảo vệ 1' };
  const [row] = dataOf('phieu-chuyen', [masked]).nguoiCungCap as unknown as Record<string, string>[];
  expect(row).toEqual({
    hoTen: 'Người được bảo vệ 1',
    diaChi: '(danh tính được bảo vệ)',
    dienThoai: '(danh tính được bảo vệ)',
  });
});

it('says to whom it was passed on', () => {
  expect(dataOf('phieu-chuyen', []).noiNhan).toBe('<CA_TINH>');
});
