// Owns what a schedule must say to be kept, and what more to be active. Pure: gives every problem with its field.
import type { FieldProblem } from '../../../shared/contracts';
import type { DueRule, ScheduleDefinition } from '../../../shared/schedules-contract';
import { monthsOf } from './periods';

const KINDS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'CUSTOM'];
const MAX_DAYS = 366;
const MAX_TEXT = 500;

export function definitionProblems(definition: ScheduleDefinition, units: ReadonlySet<string>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const expect = (isFine: boolean, path: string, vi: string, en: string) => {
    if (!isFine) problems.push({ path, vi, en });
  };
  const { title, period, due, opens, confirmation } = definition;
  for (const language of ['vi', 'en'] as const)
    expect(isText(title?.[language]), `title.${language}`, 'Cần tên chế độ báo cáo', 'Expected a title');
  expect(
    typeof definition.legalBasis === 'string' && definition.legalBasis.length <= MAX_TEXT,
    'legalBasis',
    'Căn cứ tối đa 500 ký tự',
    'Expected a legal basis of up to 500 characters',
  );
  expect(KINDS.includes(period?.kind), 'period.kind', 'Cần chọn loại kỳ', `Expected one of ${KINDS.join(', ')}`);
  expect(isWhole(period?.startMonth, 1, 12), 'period.startMonth', 'Tháng từ 1 đến 12', 'Expected a month 1 to 12');
  expect(isWhole(period?.startDay, 1, 31), 'period.startDay', 'Ngày từ 1 đến 31', 'Expected a day 1 to 31');
  if (period?.kind === 'CUSTOM') {
    expect(isWhole(period.months, 1, 120), 'period.months', 'Số tháng từ 1 đến 120', 'Expected 1 to 120 months');
    expect(isWhole(period.startYear, 1990, 2199), 'period.startYear', 'Cần năm bắt đầu', 'Expected the first year');
  }
  if (due !== null && due !== undefined) problems.push(...dueProblems(due, definition));
  expect(
    ['NEXT_WORKING_DAY', 'NONE'].includes(definition.rolling),
    'rolling',
    'Cần chọn cách tính khi hạn rơi vào ngày nghỉ',
    'Expected NEXT_WORKING_DAY or NONE',
  );
  expect(
    opens?.kind === 'PERIOD_END' || (opens?.kind === 'DAYS_BEFORE_DUE' && isWhole(opens.days, 0, MAX_DAYS)),
    'opens.days',
    'Cần số ngày mở kỳ trước hạn, từ 0 đến 366',
    'Expected the number of days before the due, 0 to 366',
  );
  expect(
    units.has(definition.owner),
    'owner',
    'Cần đơn vị chủ trì trong danh sách đơn vị',
    'Expected a unit of the tenant',
  );
  const recipients = Array.isArray(definition.recipients) ? definition.recipients : [];
  expect(recipients.length > 0, 'recipients', 'Cần ít nhất một nơi nhận', 'Expected at least one recipient');
  recipients.forEach((one, index) => {
    const isKnown = isText(one?.name) && (one.unit === null || units.has(one.unit));
    expect(isKnown, `recipients.${index}`, 'Cần tên nơi nhận', 'Expected the name of the recipient');
  });
  const informs = Array.isArray(definition.informs) ? definition.informs : [''];
  expect(
    informs.every((unit) => units.has(unit)),
    'informs',
    'Đơn vị được nhắc phải có trong danh sách',
    'Expected units of the tenant',
  );
  expect(
    ['CONFIRMED', 'UNCONFIRMED'].includes(confirmation?.state),
    'confirmation',
    'Cần tình trạng xác nhận pháp lý',
    'Expected a confirmation state',
  );
  if (confirmation?.state === 'CONFIRMED')
    for (const name of ['by', 'at', 'document'] as const)
      expect(
        isText(confirmation[name]) && (name !== 'at' || !Number.isNaN(Date.parse(String(confirmation.at)))),
        `confirmation.${name}`,
        'Xác nhận cần có ai, ngày nào, văn bản nào',
        'Expected by whom, when and by which document it was confirmed',
      );
  return problems;
}

function dueProblems(due: DueRule, { period }: ScheduleDefinition): FieldProblem[] {
  if (due.kind === 'FIXED_DATE') {
    const isDate = isWhole(due.day, 1, 31) && (due.month === null || isWhole(due.month, 1, 12));
    if (!isDate || typeof due.before !== 'boolean')
      return [{ path: 'due.day', vi: 'Cần ngày (và tháng) của hạn', en: 'Expected the day (and month) of the due' }];
    // A date that comes once a year would give four quarters one due.
    if (due.month !== null && KINDS.includes(period?.kind) && monthsOf(period) < 12)
      return [
        {
          path: 'due.month',
          vi: 'Kỳ ngắn hơn một năm thì hạn không ghi tháng: chọn ngày trong tháng hoặc số ngày sau kỳ',
          en: 'Expected no month for a period shorter than a year: choose a day of the month or days after the period',
        },
      ];
    return [];
  }
  const isKind = due.kind === 'CALENDAR_DAYS' || due.kind === 'WORKING_DAYS';
  if (isKind && isWhole(due.days, due.kind === 'WORKING_DAYS' ? 1 : 0, MAX_DAYS)) return [];
  return [{ path: 'due.days', vi: 'Số ngày từ 1 đến 366', en: 'Expected 1 to 366 days' }];
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT;
const isWhole = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
