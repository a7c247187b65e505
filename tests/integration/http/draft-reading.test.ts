// The office's duty to read drafts before the chair signs them, as a package of data alone, over HTTP on the real stack.
import { randomUUID } from 'node:crypto';
import { as, type Client, openTask, until } from '../../support/running-app';
import { pdf } from '../../support/sample-files';

const WARD = 'tam-thanh';
const person = (name: string, ward = WARD) => as(`${name}@${ward}.example`);

interface Event {
  code: string;
  details?: { label: { vi: string }; value: unknown }[];
}

let drafter: Client;
let clerk: Client;
let chair: Client;
let caseId: string;

const detailOf = (client: Client) => client.get(`/procedures/cases/${caseId}`);
const openSteps = async () =>
  (await detailOf(clerk)).tasks
    .filter(({ state }: { state: string }) => state === 'OPEN')
    .map(({ elementId }: { elementId: string }) => elementId);
const act = async (client: Client, step: string, values: object) => {
  const task = await openTask(client, caseId, step);
  const claimed = await client.call('POST', `/procedures/tasks/${task.id}/claim`, { version: task.version });
  expect(claimed.status).toBe(200);
  return client.call('POST', `/procedures/tasks/${task.id}/complete?wait=10000`, {
    version: claimed.body.task.version,
    values,
  });
};
const become = (step: string) =>
  until(async () => ((await openSteps()).join() === step ? true : null), `only ${step} to be open`);

beforeAll(async () => {
  [drafter, clerk, chair] = await Promise.all([person('lanh-dao'), person('van-phong'), person('chu-tich')]);
  const started = await drafter.post('/procedures/cases?wait=10000', {
    packageId: 'tham-tra',
    event: 'TRINH_DU_THAO',
    values: {
      record: {
        draftingUnit: 'CAP',
        kind: 'BAO_CAO',
        title: 'Báo cáo kết quả công tác quý IV',
        summary: 'Số liệu tổng hợp, không nêu danh tính',
      },
    },
    clientId: randomUUID(),
  });
  caseId = started.caseId;
  expect(started.bookNo).toMatch(/\/TTr\//);
  await drafter.upload(`/procedures/attachments?caseId=${caseId}`, 'du-thao.pdf', pdf);
});

describe('a draft that goes to the chair', () => {
  it('is read by the office first: there is nothing to sign yet, and a term runs', async () => {
    await become('tham_tra');
    expect(
      (await chair.get('/procedures/tasks?view=unit')).items.map((one: { caseId: string }) => one.caseId),
    ).not.toContain(caseId);
    const { clocks, case: head } = await detailOf(clerk);
    expect(head).toMatchObject({ state: 'CHO_THAM_TRA', handlingUnit: 'UBND' });
    expect(clocks).toContainEqual(expect.objectContaining({ rule: 'Thẩm tra', state: 'RUNNING', owner: 'VP' }));
  });

  it('is sent back with what is to be changed, which the unit that drafted it reads', async () => {
    expect((await act(clerk, 'tham_tra', { task: { result: 'TRA_LAI' } })).status).toBe(422);
    const sent = await act(clerk, 'tham_tra', {
      task: { checked: ['THE_THUC'], result: 'TRA_LAI', remarks: 'Thiếu căn cứ ở trang 2' },
    });
    expect(sent.body.error ?? null).toBeNull();
    await become('chinh_ly');
    const read = (await detailOf(drafter)).events.find(({ code }: Event) => code === 'THAM_TRA') as Event;
    expect(read.details?.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Trả lại để chỉnh lý', 'Thiếu căn cứ ở trang 2']),
    );
  });

  it('is read again once it was changed, however it passed before, and only then signed', async () => {
    const changed = await act(drafter, 'chinh_ly', {
      record: { title: 'Báo cáo kết quả công tác quý IV năm 2026', summary: 'Số liệu tổng hợp, có căn cứ' },
      task: { explanation: 'Đã bổ sung căn cứ' },
    });
    expect(changed.body.error ?? null).toBeNull();
    await become('tham_tra');
    await act(clerk, 'tham_tra', {
      task: { checked: ['CAN_CU', 'BAO_MAT'], result: 'DAT', note: 'Đủ điều kiện trình ký' },
    });
    await become('ky');
    const files = await chair.get(`/procedures/cases/${caseId}/attachments`);
    expect(JSON.stringify(files)).toContain('du-thao.pdf');
    await act(chair, 'ky', { task: { result: 'KY', documentNo: '45/BC-UBND' } });
    const done = await until(async () => {
      const detail = await detailOf(chair);
      return detail.case.state === 'DA_KY' ? detail : null;
    }, 'the draft to be signed');
    expect(done.case).toMatchObject({ outcome: 'DA_KY', outcomeTitle: { vi: 'Đã ký ban hành' } });
    expect(done.events.map(({ code }: Event) => code)).toEqual([
      'TRINH_DU_THAO',
      'THAM_TRA',
      'TRINH_LAI',
      'THAM_TRA',
      'KY',
    ]);
    const terms = done.clocks.filter(({ rule }: { rule: string }) => rule === 'Thẩm tra');
    expect(terms.map(({ state }: { state: string }) => state)).toEqual(['MET', 'MET']);
  });

  it('is nobody’s else: not another unit’s, not another ward’s', async () => {
    expect((await (await person('van-hoa')).call('GET', `/procedures/cases/${caseId}`)).status).toBe(403);
    expect((await (await person('van-phong', 'bach-dang')).call('GET', `/procedures/cases/${caseId}`)).status).toBe(
      404,
    );
  });
});
