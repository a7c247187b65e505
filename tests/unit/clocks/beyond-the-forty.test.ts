// The law goes further than the forty cases: other orders of the same events, later decisions of outside bodies, the
// other variants of a rule. Each test is a small case of its own, replayed like the forty.

import { checkFeel } from '../../../src/plugins/procedures/server/src/feel/check-feel';
import { isFeel } from '../../../src/plugins/procedures/server/src/feel/resolve-feel';
import { type CaseEvent, clockRules, type ReplayableCase, type ReplayOptions, replay } from './intake-case';

type Told = [at: string, code: string, data?: Record<string, unknown>];

const classify = (classification: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  classification,
  sourceKindConfirmed: 'TO_GIAC',
  r08WaivedReason: null,
  ...more,
});

/** `10-05 08:00` of 2026 (or `2027-01-05 08:00`), local time. */
const local = (at: string) => `${at.length === 11 ? `2026-${at}` : at}:00+07:00`.replace(' ', 'T');

function caseOf(events: Told[], more: Partial<ReplayableCase> = {}): ReplayableCase {
  const told = events.map(([at, event, data = {}], index): CaseEvent => ({ n: index + 1, at: local(at), event, data }));
  return {
    id: 'X',
    ward: 'tam-thanh',
    receivedAt: told[0]?.at ?? '',
    receivedAtCap: told[0]?.at ?? '',
    receivedByUnit: 'CAP',
    sourceKind: 'TO_GIAC',
    flags: { remoteArea: false },
    handover: null,
    events: told,
    ...more,
  };
}

/** Each step as text: `+` started (with its last day or instant), `-` stopped, `~` superseded, and what stays open. */
function story(intake: ReplayableCase, options?: ReplayOptions): Record<string, string>[] {
  return replay(intake, options).map((step) => {
    expect(step.problems).toEqual([]);
    const name = (clock: { ruleId: string }) => clock.ruleId;
    return {
      event: step.event.event,
      started: step.started
        .map((clock) => `${clock.ruleId} ${clock.dueDay}`)
        .sort()
        .join(', '),
      stopped: step.stopped
        .map((one) => `${name(one.clock)}${one.onTime ? '' : ` +${one.lateByMinutes}`}`)
        .sort()
        .join(', '),
      superseded: step.superseded
        .map((one) => `${name(one.clock)} (${one.reason})`)
        .sort()
        .join(', '),
      open: step.open.map(name).sort().join(' '),
    };
  });
}

const last = (intake: ReplayableCase, options?: ReplayOptions) => story(intake, options).at(-1);

const TAKEN_ON: Told[] = [
  ['10-12 08:00', 'TIEP_NHAN'],
  ['10-12 09:00', 'PHAN_LOAI', classify('THUOC_THAM_QUYEN_CAP')],
  ['10-12 09:30', 'THONG_BAO_NGUON'],
  ['10-12 10:00', 'THU_LY'],
  ['10-12 11:00', 'PHAN_CONG'],
  ['10-12 12:00', 'THONG_BAO_VKS'],
];
const HANDED_OVER: Told[] = [
  ['10-12 08:00', 'TIEP_NHAN'],
  ['10-12 09:00', 'PHAN_LOAI', classify('CHUYEN_CQDT_TINH')],
  ['10-12 09:30', 'THONG_BAO_NGUON'],
  ['10-12 10:00', 'CHUYEN'],
  ['10-12 11:00', 'CQDT_NHAN'],
];
const SUSPENDED: Told[] = [...TAKEN_ON, ['10-28 08:00', 'TAM_DINH_CHI', { ground: '148.1.a' }]];

describe('transfer', () => {
  const received: Told[] = [
    ['10-05 10:00', 'TIEP_NHAN'],
    ['10-05 11:00', 'PHAN_LOAI', classify('THUONG_7N')],
  ];

  it.each(['CHUYEN', 'THU_LY'])('of an ordinary source is done by %s', (code) => {
    expect(last(caseOf([...received, ['10-12 10:00', code]]))?.stopped).toBe('R02');
    expect(last(caseOf([...received, ['10-13 00:00', code]]))?.stopped).toBe('R02');
    expect(last(caseOf([...received, ['10-13 00:01', code]]))?.stopped).toBe('R02 +1');
  });

  it('after a late upgrade is due no later than the ordinary transfer was', () => {
    const steps = replay(caseOf([...received, ['10-12 20:00', 'NANG_MUC_KHAN']]));
    const upgraded = steps.at(-1)?.started.find((clock) => clock.ruleId === 'R01-NANG_MUC');
    expect(upgraded).toMatchObject({
      variant: 'NANG_MUC',
      dueDay: '2026-10-12',
      dueAt: new Date(local('10-13 00:00')),
    });
    expect(upgraded?.derivation.vi).toContain('không muộn hơn hạn R02');
  });

  it('is not upgraded again when the source is urgent already, but has to be reported at once', () => {
    const urgent: Told[] = [
      ['10-05 10:00', 'TIEP_NHAN'],
      ['10-05 11:00', 'PHAN_LOAI', classify('KHAN_24H')],
      ['10-05 11:10', 'BAO_NGAY_CQDT'],
      ['10-05 12:00', 'NANG_MUC_KHAN'],
    ];
    expect(last(caseOf(urgent))).toMatchObject({ started: 'R03 2026-10-05', superseded: '' });
  });

  it('takes 48 hours from a remote area, counted from the receipt', () => {
    const steps = replay(
      caseOf([
        ['10-05 10:00', 'TIEP_NHAN'],
        ['10-05 18:00', 'PHAN_LOAI', classify('KHAN_48H_VUNG_XA')],
      ]),
    );
    const transfer = steps.at(-1)?.started.find((clock) => clock.ruleId === 'R01');
    expect(transfer).toMatchObject({ length: 48, dueAt: new Date(local('10-07 10:00')) });
  });

  it('does not begin again when the receiving body sends the file back', () => {
    const returned: Told[] = [
      ...received,
      ['10-08 10:00', 'CHUYEN'],
      ['10-08 15:00', 'CQDT_NHAN'],
      ['10-09 09:00', 'THONG_BAO_VKS'],
      ['10-09 10:00', 'CQDT_TRA_BO_SUNG'],
      ['10-12 10:00', 'PHAN_LOAI', classify('THUONG_7N')],
      ['10-12 11:00', 'CHUYEN'],
      ['10-12 15:00', 'CQDT_NHAN'],
    ];
    const steps = story(caseOf(returned));
    expect(steps.slice(5).map((step) => step.started)).toEqual(['', '', '', '']);
    expect(steps.at(-1)?.open).toBe('R08 R09 R11-CQDT R23-CQDT');
  });
});

describe('a second classification', () => {
  const first = (classification: string): Told[] => [
    ['10-05 10:00', 'TIEP_NHAN'],
    ['10-05 11:00', 'PHAN_LOAI', classify(classification)],
    ['10-06 09:00', 'THONG_BAO_NGUON'],
  ];

  it('takes the ordinary transfer away when the ward is not competent, and does not notify twice', () => {
    expect(last(caseOf([...first('THUONG_7N'), ['10-06 10:00', 'PHAN_LOAI', classify('CHUYEN_CQDT_TINH')]]))).toEqual({
      event: 'PHAN_LOAI',
      started: 'R05 2026-10-07',
      stopped: '',
      superseded: 'R02 (phân loại lại)',
      open: 'R05',
    });
  });

  it('turns urgent into ordinary, still counted from the receipt', () => {
    expect(last(caseOf([...first('KHAN_24H'), ['10-06 09:30', 'PHAN_LOAI', classify('THUONG_7N')]]))).toMatchObject({
      started: 'R02 2026-10-12',
      superseded: 'R01 (phân loại lại), R03 (phân loại lại)',
      open: 'R02',
    });
  });

  it('that says the same changes nothing', () => {
    const again = last(caseOf([...first('THUONG_7N'), ['10-06 10:00', 'PHAN_LOAI', classify('THUONG_7N')]]));
    expect(again).toMatchObject({ started: '', stopped: '', superseded: '', open: 'R02' });
  });

  it('that waives the notice ends its clock', () => {
    const events: Told[] = [
      ['10-05 10:00', 'TIEP_NHAN'],
      ['10-05 11:00', 'PHAN_LOAI', classify('THUONG_7N')],
      ['10-05 12:00', 'PHAN_LOAI', classify('THUONG_7N', { r08WaivedReason: 'Nặc danh' })],
    ];
    expect(last(caseOf(events))?.superseded).toBe('R08 (phân loại lại)');
  });
});

describe('other ways in and out', () => {
  it('a duplicate has no transfer of its own, yet its source is notified', () => {
    const events: Told[] = [
      ['10-05 10:00', 'TIEP_NHAN'],
      ['10-05 11:00', 'PHAN_LOAI', classify('TRUNG', { duplicateOf: 'Y' })],
      ['10-05 12:00', 'NHAP_VAO_VU', { into: 'Y' }],
    ];
    expect(last(caseOf(events))?.open).toBe('R08');
    expect(last(caseOf([...events, ['10-08 23:59', 'THONG_BAO_NGUON']]))).toMatchObject({ stopped: 'R08', open: '' });
  });

  it('a unit that calls first and then brings the paper starts each term once', () => {
    const handover = { mode: 'DIEN_THOAI_TRUOC', unit: 'CHQS' };
    const events: Told[] = [
      ['10-05 10:00', 'DON_VI_TIEP_NHAN'],
      ['10-05 10:40', 'BAO_DIEN_THOAI_CAP'],
      ['10-05 11:00', 'PHAN_LOAI', classify('THUONG_7N')],
      ['10-05 14:00', 'TIEP_NHAN'],
    ];
    expect(story(caseOf(events, { handover })).map(({ started, stopped }) => [started, stopped])).toEqual([
      ['R06-BAO_NGAY 2026-10-05', ''],
      ['R04 2026-10-06, R06-XAC_NHAN_VAN_BAN 2026-10-06', 'R06-BAO_NGAY +10'],
      ['R02 2026-10-12, R08 2026-10-08', 'R04'],
      ['', 'R06-XAC_NHAN_VAN_BAN'],
    ]);
  });

  it('a slip that is never followed by a call is judged when the paper is received', () => {
    const events: Told[] = [
      ['10-05 10:00', 'DON_VI_TIEP_NHAN'],
      ['10-06 12:00', 'TIEP_NHAN'],
    ];
    const handover = { mode: 'PHIEU_BAN_GIAO', unit: 'KTHT' };
    expect(last(caseOf(events, { handover }))).toMatchObject({ stopped: 'R06-BAN_GIAO +120', open: 'R04' });
  });

  it('a denunciation that is only found at the classification counts from the receipt', () => {
    const toCao = classify('KNTC', { sourceKindConfirmed: 'TO_CAO' });
    const events: Told[] = [
      ['11-19 14:10', 'TIEP_NHAN'],
      ['11-20 09:00', 'PHAN_LOAI', toCao],
    ];
    expect(last(caseOf(events, { sourceKind: 'TIN_BAO' }))?.started).toBe('R27-CHUYEN_TO_CAO 2026-11-27');
    const wasCrime: Told[] = [events[0] as Told, ['11-20 09:00', 'PHAN_LOAI', classify('THUONG_7N')]];
    expect(last(caseOf(wasCrime, { sourceKind: 'TO_CAO' }))?.superseded).toBe('R27-CHUYEN_TO_CAO (phân loại lại)');
  });

  it('press or public concern is reported upward only where the tenant has that term', () => {
    const flagged = (data: Record<string, unknown>): Told[] => [
      ['10-05 10:00', 'TIEP_NHAN'],
      ['10-05 20:30', 'GAN_CO_DU_LUAN', data],
    ];
    const press = { pressReflected: true, publicInterest: false };
    expect(last(caseOf(flagged(press)))?.started).toBe('R30 2026-10-06');
    expect(last(caseOf(flagged(press), { ward: 'bach-dang' }))?.started).toBe('');
    expect(last(caseOf(flagged({ pressReflected: false, publicInterest: false })))?.started).toBe('');
    expect(last(caseOf([...flagged(press), ['10-06 00:31', 'BAO_CAO_UBND_TINH']]))?.stopped).toBe('R30 +1');
  });
});

describe('resolution by the ward', () => {
  const extended: Told[] = [...TAKEN_ON, ['10-29 08:00', 'GIA_HAN_1']];
  const asked: Told[] = [...extended, ['12-01 08:00', 'DE_NGHI_VKS_GIA_HAN']];

  it('a decision ends the term, and supersedes the request and the review that still wait', () => {
    expect(last(caseOf([...extended, ['11-20 08:00', 'KHOI_TO']]))).toMatchObject({
      stopped: 'R12',
      superseded: 'R13 (đã có quyết định giải quyết), R23 (đã có quyết định giải quyết)',
      open: 'R16 R17',
    });
  });

  it.each([
    [1, '2027-01-12'],
    [2, '2027-02-12'],
    [3, '2027-02-12'],
    [undefined, '2027-02-12'],
  ])('the procuracy extends by %s month(s), two at the most, from the nominal end', (months, dueDay) => {
    const granted = last(caseOf([...asked, ['12-03 08:00', 'VKS_GIA_HAN', months ? { months } : {}]]));
    expect(granted?.started).toContain(`R15 ${dueDay}`);
    expect(granted?.superseded).toBe('R12 (VKS gia hạn (Điều 147.2)), R23 (tính lại theo hạn mới)');
    expect(granted?.open).toBe('R15 R23');
  });

  it('a refused extension leaves the term as it was', () => {
    expect(last(caseOf([...asked, ['12-03 08:00', 'VKS_KHONG_GIA_HAN']]))).toMatchObject({
      stopped: 'R14',
      open: 'R12 R23',
    });
  });

  it('a second first extension changes nothing', () => {
    expect(last(caseOf([...extended, ['10-30 08:00', 'GIA_HAN_1']]))).toMatchObject({ started: '', superseded: '' });
  });

  it('asks for no notice to a source that gave no identity', () => {
    const anonymous = TAKEN_ON.map(
      ([at, code, data]): Told => [at, code, data && { ...data, r08WaivedReason: 'Nặc danh' }],
    );
    expect(last(caseOf([...anonymous, ['10-28 08:00', 'KHOI_TO']]))?.open).toBe('R16');
    expect(last(caseOf([...anonymous, ['10-28 08:00', 'TAM_DINH_CHI']]))?.open).toBe('R16 R24-THANG');
  });

  it('hands an administrative violation over and archives after a decision not to institute', () => {
    const events: Told[] = [...TAKEN_ON, ['10-28 08:00', 'KHONG_KHOI_TO', { ground: '157.2' }]];
    expect(last(caseOf(events))?.open).toBe('R16 R17 R25');
    expect(last(caseOf(events), { record: { administrativeViolation: true } })?.open).toBe('R16 R17 R22 R25');
  });

  it('is over for the ward when another body receives the case', () => {
    expect(last(caseOf([...TAKEN_ON, ['10-20 08:00', 'CHUYEN'], ['10-20 10:00', 'CQDT_NHAN']]))).toMatchObject({
      superseded: 'R11 (đã chuyển cơ quan khác có thẩm quyền), R23 (đã chuyển cơ quan khác có thẩm quyền)',
      open: 'R07-CQDT R09 R11-CQDT R23-CQDT',
    });
  });
});

describe('suspension', () => {
  it('is reviewed each month until it is lifted', () => {
    const events: Told[] = [...SUSPENDED, ['11-27 08:00', 'RA_SOAT_THANG'], ['12-28 08:00', 'RA_SOAT_THANG']];
    expect(
      story(caseOf(events))
        .slice(-3)
        .map(({ started, stopped }) => [started, stopped]),
    ).toEqual([
      ['R16 2026-10-29, R18 2026-10-29, R24-THANG 2026-11-30', 'R11'],
      ['R24-THANG 2026-12-28', 'R24-THANG'],
      ['R24-THANG 2027-01-28', 'R24-THANG'],
    ]);
  });

  it.each([
    ['SAU_THANG', 'R24-SAU_THANG 2027-04-28'],
    ['NAM', 'R24-NAM 2027-10-28'],
  ])('is reviewed by the period %s where the tenant says so', (period, started) => {
    const suspended = story(caseOf(SUSPENDED), { params: { R24_PERIOD: period } }).at(-1);
    expect(suspended?.started).toContain(started);
    expect(suspended?.open).toBe(`R16 R18 R24-${period}`);
    const reviewed = last(caseOf([...SUSPENDED, ['2027-04-01 08:00', 'RA_SOAT_CHUNG']]), {
      params: { R24_PERIOD: period },
    });
    expect(reviewed?.stopped).toBe(`R24-${period}`);
    expect(reviewed?.started).toMatch(new RegExp(`^R24-${period} `));
  });

  it.each(['THANG', 'SAU_THANG', 'NAM'])('the review task ends the period %s and begins the next', (period) => {
    const reviewed = last(caseOf([...SUSPENDED, ['2027-04-01 08:00', 'RA_SOAT_THANG']]), {
      params: { R24_PERIOD: period },
    });
    expect(reviewed?.stopped).toMatch(new RegExp(`^R24-${period}( |$)`));
    expect(reviewed?.started).toMatch(new RegExp(`^R24-${period} `));
  });

  it('is reviewed by the period that the decision itself names', () => {
    const [at, code] = SUSPENDED.at(-1) as Told;
    const named: Told[] = [...SUSPENDED.slice(0, -1), [at, code, { reviewPeriod: 'NAM' }]];
    expect(story(caseOf(named), { params: { R24_PERIOD: 'THANG' } }).at(-1)?.open).toBe('R16 R18 R24-NAM');
  });

  it('is followed to its archiving after two years where the tenant asks for it', () => {
    const options = { params: { R25_SUSPENDED: true } };
    expect(last(caseOf(SUSPENDED), options)?.started).toContain('R25-TAM_DINH_CHI 2028-10-30');
    expect(last(caseOf([...SUSPENDED, ['11-05 08:00', 'PHUC_HOI']]), options)?.superseded).toContain(
      'R25-TAM_DINH_CHI',
    );
  });

  it.each([
    ['PHUC_HOI', 'R24-THANG (phục hồi giải quyết)', 'R19 2026-12-07, R20 2026-11-09'],
    ['VKS_HUY_TAM_DINH_CHI', 'R24-THANG (VKS hủy quyết định tạm đình chỉ)', 'R19 2026-12-07'],
  ])('lifted by %s leaves one month', (code, superseded, started) => {
    expect(last(caseOf([...SUSPENDED, ['11-05 08:00', code]]))).toMatchObject({ superseded, started });
  });

  it('can follow a resumption, with its own duties', () => {
    const events: Told[] = [
      ...SUSPENDED,
      ['10-28 09:00', 'GUI_QD_VKS'],
      ['10-28 10:00', 'GUI_TDC_NGUON'],
      ['11-05 08:00', 'PHUC_HOI'],
      ['11-06 08:00', 'GUI_QD_PHUC_HOI'],
      ['11-20 08:00', 'TAM_DINH_CHI'],
    ];
    expect(last(caseOf(events))).toMatchObject({ stopped: 'R19', open: 'R16 R18 R24-THANG' });
  });
});

describe('resolution by an outside body', () => {
  it('is followed while it extends, and its decision asks nothing more of the ward', () => {
    const events: Told[] = [
      ...HANDED_OVER,
      ['10-13 08:00', 'THONG_BAO_VKS'],
      ['10-13 09:00', 'PHAN_CONG'],
      ['10-29 08:00', 'GIA_HAN_1'],
      ['12-03 08:00', 'VKS_GIA_HAN', { months: 1 }],
      ['12-28 08:00', 'KHOI_TO'],
    ];
    const steps = story(caseOf(events)).slice(4);
    expect(steps.map(({ started, stopped, open }) => [started, stopped, open])).toEqual([
      [
        'R07-CQDT 2026-10-15, R09 2026-10-15, R11-CQDT 2026-11-02, R23-CQDT 2026-10-27',
        '',
        'R07-CQDT R09 R11-CQDT R23-CQDT',
      ],
      ['', 'R07-CQDT', 'R09 R11-CQDT R23-CQDT'],
      ['', 'R09', 'R11-CQDT R23-CQDT'],
      ['R12-CQDT 2026-12-14, R23-CQDT 2026-12-07', '', 'R12-CQDT R23-CQDT'],
      ['R15-CQDT 2027-01-12, R23-CQDT 2027-01-07', '', 'R15-CQDT R23-CQDT'],
      ['', 'R15-CQDT', ''],
    ]);
  });

  it('goes on after its resumption', () => {
    const events: Told[] = [...HANDED_OVER, ['10-28 08:00', 'TAM_DINH_CHI'], ['11-05 08:00', 'PHUC_HOI']];
    expect(last(caseOf(events))?.started).toBe('R19-CQDT 2026-12-07');
  });

  it.each(['CHUYEN_CQDT_QUAN_DOI', 'CHUYEN_AN_NINH_DT', 'CHUYEN_CQDT_VKSNDTC'])('is not followed after %s', (to) => {
    const events = HANDED_OVER.map(([at, code, data]): Told => [at, code, data && { ...data, classification: to }]);
    expect(last(caseOf(events))?.open).toBe('');
  });

  it('answers complaints step by step', () => {
    const events: Told[] = [
      ['10-05 08:00', 'NGUON_NHAN_KET_QUA'],
      ['10-20 08:00', 'KHIEU_NAI_QD'],
      ['10-28 08:00', 'GIAI_QUYET_KHIEU_NAI'],
      ['10-29 08:00', 'NGUON_NHAN_KQ_KHIEU_NAI'],
      ['10-30 08:00', 'KHIEU_NAI_VKS'],
      ['11-06 08:00', 'VKS_GIAI_QUYET_KHIEU_NAI'],
    ];
    expect(story(caseOf(events)).map(({ started, stopped }) => [started, stopped])).toEqual([
      ['R26-THOI_HIEU 2026-10-20', ''],
      ['R26-GIAI_QUYET 2026-10-27', 'R26-THOI_HIEU'],
      ['', 'R26-GIAI_QUYET +480'],
      ['R26-TIEP_TUC 2026-11-02', ''],
      ['R26-VKS_GIAI_QUYET 2026-11-06', 'R26-TIEP_TUC'],
      ['', 'R26-VKS_GIAI_QUYET'],
    ]);
  });
});

describe('the rules as data', () => {
  it('have one id each, a basis in law, both languages, and await confirmation', () => {
    expect(new Set(clockRules.map((rule) => rule.id)).size).toBe(clockRules.length);
    for (const rule of clockRules) {
      expect(rule.legalBasis).toBeTruthy();
      expect([
        rule.title.vi,
        rule.title.en,
        ...(rule.supersede ?? []).flatMap((one) => [one.reason?.vi, one.reason?.en]),
      ]).not.toContain('');
      expect(rule.confirmation.state).toBe('UNCONFIRMED');
    }
  });

  it('cover every term of the domain but the two report schedules', () => {
    const codes = Array.from({ length: 30 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    const covered = new Set(clockRules.map((rule) => rule.rule));
    expect(codes.filter((code) => !covered.has(code))).toEqual(['R28', 'R29']);
  });

  it('do not depend on the order in which they are kept', () => {
    const events: Told[] = [...TAKEN_ON, ['10-29 08:00', 'GIA_HAN_1'], ['12-03 08:00', 'VKS_GIA_HAN', { months: 2 }]];
    const forward = story(caseOf(events));
    expect(story(caseOf(events), { rules: [...clockRules].reverse() })).toEqual(forward);
  });

  it('hold readable FEEL only', () => {
    const settings = (value: unknown): unknown[] =>
      value !== null && typeof value === 'object' ? Object.values(value).flatMap(settings) : [value];
    const feel = settings(clockRules).filter(isFeel);
    expect(feel.length).toBeGreaterThan(50);
    expect(feel.map(checkFeel).filter((problem) => problem !== null)).toEqual([]);
  });

  it('name only rules that exist', () => {
    const ids = new Set(clockRules.map((rule) => rule.id));
    const named = clockRules.flatMap((rule) => [
      ...[...JSON.stringify(rule).matchAll(/clock:([\w-]+)/g)].map((match) => match[1]),
      ...[...JSON.stringify(rule).matchAll(/ruleId (?:= |in \[)((?:\\"[\w-]+\\"(?:, )?)+)/g)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/[\w-]+/g)].map(([id]) => id),
      ),
    ]);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((id) => !ids.has(id ?? ''))).toEqual([]);
  });
});
