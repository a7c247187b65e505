// Owns the texts of time that the engine reads: its durations, instants, repetitions and cron expressions, each by the
// grammar of the library that reads it there.

const PERIOD = /^[-+]?P(?=[-+\d])([-+]?\d+Y)?([-+]?\d+M)?([-+]?\d+W)?([-+]?\d+D)?$/i;
const CLOCK_TIME = /^[-+]?P([-+]?\d+D)?T(?=[-+\d])([-+]?\d+H)?([-+]?\d+M)?([-+]?\d+([.,]\d{0,9})?S)?$/i;
const INSTANT =
  /^([-+]?\d{4,9})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[-+](\d\d):(\d\d)(?::\d\d)?)(?:\[([\w/+-]+)\])?$/i;

export function isInstant(text: string): boolean {
  const found = INSTANT.exec(text);
  if (!found) return false;
  const [year, month, day, hour, minute, second = 0, offset = 0, offsetMinutes = 0] = found
    .slice(1, 9)
    .map((one) => Number(one ?? 0));
  const lastDay = new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate();
  const inRange = month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour <= 23 && minute <= 59 && second <= 59;
  return inRange && offset * 60 + offsetMinutes <= 18 * 60 && offsetMinutes <= 59 && isZone(found[9]);
}

function isZone(zone: string | undefined): boolean {
  if (zone === undefined) return true;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A duration, or an instant and a duration. */
export function isInterval(text: string): boolean {
  const slash = text.lastIndexOf('/');
  if (slash > 0 && !isInstant(text.slice(0, slash))) return false;
  const amount = text.slice(slash + 1);
  const start = /^[-+]/.test(amount) ? 1 : 0;
  const clock = amount.indexOf('T');
  if (clock === -1) return PERIOD.test(amount);
  if (clock === start + 1) return CLOCK_TIME.test(amount);
  return PERIOD.test(amount.slice(0, clock)) && CLOCK_TIME.test(`P${amount.slice(clock)}`);
}

/** `R3/PT1H`, or a cron expression of six fields. */
export function isCycle(text: string): boolean {
  if (!text.startsWith('R')) return isCron(text);
  const slash = text.indexOf('/');
  const count = text.slice(1, slash);
  const counts = count === '' || (/^[-+]?\d+$/.test(count) && Math.abs(Number(count)) < 2 ** 31);
  return slash !== -1 && counts && isInterval(text.slice(slash + 1));
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');
const MACROS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

interface Field {
  min: number;
  max: number;
  names?: string[];
  special?: RegExp;
}

const FIELDS: Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31, special: /^(\?|L|LW|L-\d{1,2}|\d{1,2}W)$/i },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 7, names: DAYS, special: /^(\?|L|[0-7]L|[0-7]#[1-5]|[A-Z]{3}(L|#[1-5]))$/i },
];

function isCron(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) return MACROS.includes(trimmed);
  const parts = trimmed.split(/\s+/);
  return (
    parts.length === FIELDS.length &&
    parts.every((part, at) => part.split(',').every((one) => isCronPart(one, FIELDS[at])))
  );
}

function isCronPart(text: string, field: Field): boolean {
  if (field.special?.test(text)) return true;
  const [range, step, more] = text.split('/');
  if (
    more !== undefined ||
    (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0 && Number(step) <= field.max))
  )
    return false;
  if (range === '*') return true;
  const ends = range.split('-').map((one) => cronValue(one, field));
  return (
    ends.length <= 2 &&
    ends.every((one) => one >= field.min && one <= field.max) &&
    (ends.length < 2 || ends[0] <= ends[1])
  );
}

function cronValue(text: string, { names, min }: Field): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named !== -1) return named + min;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
