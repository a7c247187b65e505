// Owns what a careless or hostile hand sends: values, addresses and whole bodies, each with what it is. Names are read from the
// server's own source, so that a field or a question that is new is walked from its first day.
import fs from 'node:fs';
import path from 'node:path';

const SERVER = 'src/plugins/procedures/server/src';
const NEST = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** Put into every field that a route reads, all at once and one by one. */
export const BAD_VALUES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', -1],
  ['a huge number', 1e300],
  ['a list', ['x', null, {}]],
  ['an object', { a: { b: [] } }],
  ['true', true],
  ['an empty text', ''],
  ['a null character', 'a\u0000b'],
  ['half a sign', 'nửa \ud83d'],
  ['a day of the year 26', '0026-02-30T25:00:00+07:00'],
  ['markup', '</script><img src=x onerror=alert(1)>{{7*7}}'],
  ['an emoji', '👩‍✈️😀'],
  ['SQL', "'; drop table procedures.cases; --"],
  ['an id that nobody has', '00000000-0000-4000-8000-000000000000'],
  ['a deep nest', JSON.parse(NEST(300))],
  ['a long text', 'x'.repeat(30_000)],
];

/** Bodies as they go over the wire: [what, content type, bytes]. */
export const BAD_BODIES: readonly (readonly [string, string, string])[] = [
  ['nothing', 'application/json', ''],
  ['no JSON', 'application/json', '{"text":'],
  ['a bare null', 'application/json', 'null'],
  ['a bare number', 'application/json', '7'],
  ['a list', 'application/json', '[1,2]'],
  ['a text', 'application/json', '"xin chào"'],
  ['a prototype', 'application/json', '{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{}}}'],
  ['a nest without end', 'application/json', NEST(300_000)],
  ['more than a megabyte', 'application/json', JSON.stringify({ text: 'x'.repeat(1_050_000) })],
  ['XML', 'application/xml', '<a/>'],
  ['a text of another kind', 'text/plain', '{"text":"x"}'],
  ['no kind at all', '', '{"text":"x"}'],
  ['a form', 'application/x-www-form-urlencoded', 'text=x&reason[a][b]=1&reason[]=2'],
  [
    'parts that do not end',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
  ],
];

/** Of a question in an address; already written as addresses are. */
export const BAD_QUESTIONS: readonly string[] = [
  'x',
  '%00',
  '-1',
  `${'9'.repeat(40)}`,
  '1e308',
  'NaN',
  '0026-02-30T25:00:00Z',
  '..0026-01-01',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%F0%9F%98%80',
  "'%22%5C%25_%27%3B--",
  '%7B%22a%22%3A1%7D',
  'x'.repeat(80),
];
/** Addresses that are odd as a whole: signs that are none, names given twice or nested, more than anybody reads. */
export const ODD_QUESTIONS: readonly ((names: readonly string[]) => string)[] = [
  () => 'page=%ED%A0%80&q=%ED%A0%80',
  () => 'page=%&q=%E0%A4%A',
  (names) => names.map((one) => `${one}=1&${one}=2`).join('&'),
  (names) => names.map((one) => `${one}[a]=1&${one}[b][c]=2`).join('&'),
  () => `q=${'x'.repeat(6_000)}`,
];

export const BAD_PLACES: readonly string[] = [
  'x',
  '%00',
  '%ED%A0%80',
  '-1',
  '9'.repeat(60),
  '%F0%9F%98%80',
  '%3Cscript%3E',
  '..%2F..%2Fetc%2Fpasswd',
  'null',
  '00000000-0000-0000-0000-00000000000g',
  '0026-02-30',
  '__proto__',
  'x'.repeat(3_000),
];

const sources = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(at);
    return at.endsWith('.ts') ? [fs.readFileSync(at, 'utf8')] : [];
  });

const named = (texts: string[], pattern: RegExp): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? found[2] ?? ''))),
];

/** Every name that some handler takes out of a body or an address. */
export function namesOfFields(): string[] {
  const contracts = sources('src/plugins/procedures/shared').flatMap((text) =>
    [...text.matchAll(/interface \w*(?:Body|Input|Change|Settings)\b[^{]*\{([^}]*)\}/g)].map((found) => found[1] ?? ''),
  );
  return [
    ...new Set([
      ...named(contracts, /^\s*(\w+)\??:/gm),
      ...named(sources(SERVER), /\b(?:body|input|sent|given)\??\.(\w+)/g),
    ]),
  ].filter((name) => name !== 'length');
}
export const namesOfQuestions = (): string[] => named(sources(SERVER), /\bquery\??\.(\w+)|query\['(\w+)'\]/g);
