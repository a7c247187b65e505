// The list of another system as it comes out of spreadsheets and programs, and the words for one that cannot be used.
import { toCsv } from '../../../src/plugins/procedures/admin/src/pages/integration/csv';
import { readTheirs } from '../../../src/plugins/procedures/admin/src/pages/integration/theirList';
import { theirMoment } from '../../../src/plugins/procedures/admin/src/pages/integration/theirMoment';

const row = (given: object) => ({ bookNo: null, receivedAt: null, state: null, ...given });

describe('reading their list', () => {
  it('takes what Excel in Vietnamese writes: semicolons, byte order mark, CRLF, Vietnamese headers and dates', () => {
    const file =
      '\uFEFFMã bên họ;Số  sổ;TIẾP NHẬN LÚC;Trạng thái;Ghi chú\r\n' +
      'TB-1;12/2026;03/11/2026 08:05;Đang giải quyết;"có ; và ""nháy"""\r\n' +
      'TB-2;;3/11/2026;;\r\n' +
      ';13/2026;;;không có mã\r\n' +
      ';;;;\r\n';
    expect(readTheirs(file)).toEqual([
      row({
        reference: 'TB-1',
        bookNo: '12/2026',
        receivedAt: '2026-11-03T01:05:00.000Z',
        state: 'Đang giải quyết',
      }),
      row({ reference: 'TB-2', receivedAt: '2026-11-03' }),
    ]);
  });

  it('takes headers that are written with composed letters or decomposed ones, and a line that names the separator', () => {
    expect(readTheirs(`sep=;\r\n${'Mã bên họ'.normalize('NFD')};x\r\nTB-1;y\r\n`)).toEqual([
      row({ reference: 'TB-1' }),
    ]);
  });

  it('takes quotes, separators and line breaks inside of values', () => {
    expect(readTheirs('reference,bookNo\n"TB,1","12\n/2026"\n"""TB-2""",\n')).toEqual([
      row({ reference: 'TB,1', bookNo: '12\n/2026' }),
      row({ reference: '"TB-2"' }),
    ]);
  });

  it('takes our own list back', () => {
    const ours = {
      caseId: 'c',
      bookNo: '1/2026',
      reference: '=TB-1',
      receivedAt: '2026-11-02T01:30:00.000Z',
      state: 'OPEN',
      outcome: null,
      handlingUnit: 'DESK',
    };
    const { reference, bookNo, receivedAt, state } = ours;
    expect(readTheirs(toCsv([ours]))).toEqual([{ reference, bookNo, receivedAt, state }]);
  });

  it.each([
    ['no column of their numbers', 'Số sổ;Trạng thái\r\n1/2026;OPEN\r\n', { kind: 'noReference' }],
    ['nothing in it', '', { kind: 'noReference' }],
    ['letters that are no UTF-8', 'reference;Tr\uFFFDng\r\nTB-1;x\r\n', { kind: 'notUtf8' }],
    ['an open quotation mark', 'reference,bookNo\nTB-1,x\nTB-2,"y\nTB-3,z\n', { kind: 'openQuotes', line: 3 }],
    [
      'a month first',
      'reference,receivedAt\nTB-1,03/11/2026\nTB-2,11/25/2026\n',
      { kind: 'wrongDate', reference: 'TB-2', value: '11/25/2026' },
    ],
  ])('tells a file with %s from the others', (_name, file, fault) => {
    expect(readTheirs(file)).toEqual(fault);
  });

  it('takes as many rows as are compared, and says how many there are where it is more', () => {
    const file = (rows: number) =>
      `reference\n${Array.from({ length: rows }, (_, index) => `TB-${index}`).join('\n')}\n`;
    expect(readTheirs(file(20_000))).toHaveLength(20_000);
    expect(readTheirs(file(20_001))).toEqual({ kind: 'tooLong', rows: 20_001, max: 20_000 });
  });
});

describe('a moment of theirs', () => {
  it.each([
    ['03/11/2026 8:05', '2026-11-03T01:05:00.000Z'],
    ['3-11-2026 08:05:59', '2026-11-03T01:05:00.000Z'],
    ['03.11.2026, 23h59', '2026-11-03T16:59:00.000Z'],
    ['2026-11-03 08:05', '2026-11-03T01:05:00.000Z'],
    ['2026-11-03 08:05:00+07:00', '2026-11-03T08:05:00+07:00'],
    ['2026-11-03T01:05:00.000Z', '2026-11-03T01:05:00.000Z'],
    ['29/02/2028', '2028-02-29'],
    ['2026-11-03', '2026-11-03'],
  ])('%s is %s', (written, moment) => {
    expect(theirMoment(written)).toBe(moment);
  });

  it.each(['31/02/2026', '29/02/2026', '11/25/2026', '03/11/26', '03/11/2026 24:00', '46330', 'hôm qua', '2026-13-01'])(
    '%s is none',
    (written) => {
      expect(theirMoment(written)).toBeNull();
    },
  );
});
