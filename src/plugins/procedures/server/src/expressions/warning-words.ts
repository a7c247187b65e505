// Owns what the engine noticed while it evaluated, in words for people: why a value is null. Pure. What the engine said is
// kept beside it, and a notice of a kind that is not known here is told in the engine's own words.
import type { ExpressionWarning } from '../../../shared/expressions-contract';
import type { LocalText } from '../packages/types';

interface Told {
  said: string;
  /** What the engine put in quotation marks, in order. */
  quoted: string[];
  /** Names that exist at the element; null: not known. */
  known: readonly string[] | null;
}

const HEADING = /reported the following warnings:\s*/;
const LINE = /^\[([A-Z_]+)\] ?/;

/** From the text of an incident; each notice once. */
export function warningsIn(incident: string, known: readonly string[] | null): ExpressionWarning[] {
  const [, list = ''] = incident.split(HEADING);
  const notices: { code: string; said: string }[] = [];
  for (const line of list.split('\n')) {
    const [start, code] = LINE.exec(line) ?? [];
    const last = notices.at(-1);
    if (code && start) notices.push({ code, said: line.slice(start.length) });
    else if (last) last.said = `${last.said}\n${line}`.trimEnd();
  }
  const once = new Map(notices.map((one) => [`${one.code} ${one.said}`, one]));
  return [...once.values()].map(({ code, said }) => {
    const quoted = [...said.matchAll(/(?<!\p{L})'([^']*)'/gu)].map(([, text]) => text ?? '');
    return { code, said, ...(WORDS[code]?.({ said, quoted, known }) ?? plain(said)) };
  });
}

/** What the engine said of a whole evaluation that broke off, without its list of notices. */
export const reasonIn = (incident: string): string => incident.split(/\s*The evaluation reported/)[0] ?? incident;

const plain = (said: string): LocalText => ({ vi: `Máy báo: ${said}`, en: `The engine says: ${said}` });

/** The engine prints what is inside a context as it lies in its memory. */
const shown = (value: string | undefined): LocalText =>
  value?.startsWith('{') ? { vi: 'một nhóm giá trị', en: 'a context' } : { vi: value ?? '', en: value ?? '' };

const TYPES: Record<string, string> = {
  boolean: 'đúng/sai',
  list: 'danh sách',
  number: 'số',
  string: 'chữ',
  context: 'nhóm giá trị',
  function: 'hàm',
};
/** Which of the two values stands on the left of the sign. */
const SIGNS: Record<string, { sign: string; left: 0 | 1 }> = {
  add: { sign: '+', left: 1 },
  subtract: { sign: '-', left: 1 },
  multiply: { sign: '*', left: 0 },
  divide: { sign: '/', left: 0 },
};

const WORDS: Record<string, (told: Told) => LocalText> = {
  NO_VARIABLE_FOUND: ({ quoted: [name = ''], known }) => {
    if (known?.includes(name))
      return {
        vi: `Mẫu này không có giá trị cho biến ${name}. Ở hồ sơ thật bước này có biến đó; hãy thêm vào mẫu.`,
        en: `The sample has no value for ${name}. A real case has that variable here: add it to the sample.`,
      };
    const near = known && nearest(name, known);
    return {
      vi: `Không có biến ${name} ở bước này${near ? `. Có phải ${near}?` : '.'}`,
      en: `No variable ${name} exists at this step${near ? `. Did you mean ${near}?` : '.'}`,
    };
  },
  NO_CONTEXT_ENTRY_FOUND: ({ said, quoted: [name = '', ...others] }) => {
    if (said.endsWith('is null'))
      return {
        vi: `Không đọc được mục ${name}: cả nhóm giá trị đang là null.`,
        en: `The entry ${name} cannot be read: the whole context is null.`,
      };
    const has = others.length > 0;
    return {
      vi: `Không có mục ${name} bên trong${has ? `; chỉ có: ${others.join(', ')}.` : '.'}`,
      en: `There is no entry ${name} inside${has ? `; there are: ${others.join(', ')}.` : '.'}`,
    };
  },
  NO_PROPERTY_FOUND: ({ quoted: [name = '', value = ''] }) => ({
    vi: `Giá trị ${value} không có phần nào tên ${name}.`,
    en: `The value ${value} has no part called ${name}.`,
  }),
  NO_FUNCTION_FOUND: ({ said, quoted: [name = ''] }) => {
    const [, count] = /and (\d+) parameters/.exec(said) ?? [];
    return {
      vi: `Máy này không có hàm ${name}${count ? ` với ${count} đối số` : ''}.`,
      en: `This engine has no function ${name}${count ? ` of ${count} arguments` : ''}.`,
    };
  },
  NOT_COMPARABLE: ({ quoted }) => {
    const [left, right] = [shown(quoted[0]), shown(quoted[1])];
    return {
      vi: `So sánh hai giá trị khác kiểu: ${left.vi} và ${right.vi}. Phép so sánh cho null.`,
      en: `Two values of different types are compared: ${left.en} and ${right.en}. The comparison gives null.`,
    };
  },
  INVALID_TYPE: ({ said, quoted }) => {
    const [, type = ''] = /^Expected (\w+) but found/.exec(said) ?? [];
    const found = shown(quoted[0]);
    if (type)
      return {
        vi: `Cần ${TYPES[type] ?? type} nhưng gặp ${found.vi}.`,
        en: `A ${type} is needed, but there is ${found.en}.`,
      };
    const [, verb = ''] = /^Can't (\w+) /.exec(said) ?? [];
    const sum = SIGNS[verb];
    if (!sum) return { vi: `Sai kiểu giá trị: ${said}`, en: `A value has the wrong type: ${said}` };
    const [left, right] = [shown(quoted[sum.left]), shown(quoted[1 - sum.left])];
    return {
      vi: `Không tính được ${left.vi} ${sum.sign} ${right.vi}.`,
      en: `${left.en} ${sum.sign} ${right.en} cannot be computed.`,
    };
  },
  FUNCTION_INVOCATION_FAILURE: ({ said, quoted: [name = '', ...given] }) => {
    const isRefusal = said.includes(': Illegal arguments');
    const reason = isRefusal ? given.map((one) => shown(one).vi).join(', ') : said.split(/: (.*)/s)[1];
    return isRefusal
      ? { vi: `Hàm ${name} không nhận: ${reason}.`, en: `The function ${name} does not take: ${given.join(', ')}.` }
      : { vi: `Hàm ${name} không tính được: ${reason}`, en: `The function ${name} could not be computed: ${reason}` };
  },
  ASSERT_FAILURE: () => ({
    vi: 'Điều kiện trong assert() không đúng.',
    en: 'The condition of assert() does not hold.',
  }),
};

/** A name that differs by a slip of the hand; null: none does. */
function nearest(name: string, known: readonly string[]): string | null {
  const far = Math.max(1, Math.floor(name.length / 4));
  const [best] = known
    .map((one) => ({ one, distance: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter((near) => near.distance <= far)
    .sort((a, b) => a.distance - b.distance);
  return best?.one ?? null;
}

/** Letters to add, take or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
