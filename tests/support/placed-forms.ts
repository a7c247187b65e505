// Owns every way in which the JSON of a form is right, nearly right, or too much.
import type { Mutant } from './mutate-model';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const TEXTS = [
  ...[
    '',
    ' ',
    'x',
    '{}',
    '[]',
    'null',
    '1',
    '"a"',
    '{"id":"a"',
    '{"id":"a"} x',
    '{"id":"a"}{}',
    '{"id":"a"}\0',
    '{"id":"a"}}',
  ],
  ...[
    '{"id":"a"}',
    '\n\n{"id":"a"}\n',
    '\ufeff{"id":"a"}',
    '{"id":""}',
    '{"id":" "}',
    '{"id":"a b"}',
    '{"id":"á"}',
    '{"ID":"a"}',
  ],
  ...[
    '{"id":1}',
    '{"id":1.5}',
    '{"id":true}',
    '{"id":null}',
    '{"id":{}}',
    '{"id":[]}',
    '{"id":["a"]}',
    '{"id":"a","id":"b"}',
    '{"id":"a","id":""}',
  ],
  ...[
    '{"id":"a\\u0000b"}',
    '{"id":"\\u00e1"}',
    '{"id":"\\u0020"}',
    '{"id":"\\t"}',
    '{"":1,"id":"a"}',
    '{"id":"a","id ":"b"}',
  ],
  ...[
    '{"id":"a",}',
    '{"id":"a" "b":1}',
    '{"id":"a";"b":1}',
    "{'id':'a'}",
    '{id:"a"}',
    '// c\n{"id":"a"}',
    '/* c */{"id":"a"}',
    '#c\n{"id":"a"}',
  ],
  ...['NaN', '01', '+1', '.5', '1.', '1e', '1e999', '-', '-0', 'tru', 'True', 'Infinity', '0x1', '1_000'].map(
    (n) => `{"id":"a","n":${n}}`,
  ),
  ...['\t', '\n', '\\x', '\\ud800', '\\u12', '\\', '\x7f', '\x01'].map((s) => `{"id":"a","s":"${s}"}`),
  ...['1', 'null', '{}', '[1]', '[null]', '[{}]', '[{"type":1}]'].map((one) => `{"id":"a","components":${one}}`),
  ...['"x"', '1.5', '99', 'null', '-1'].map((one) => `{"id":"a","schemaVersion":${one}}`),
  ...[500, 998, 999, 1000, 1001, 1200].map((depth) => `{"id":"a","n":${nested(depth)}}`),
  ...[900, 999, 1000, 1001, 1200].map((length) => `{"id":"a","n":${'9'.repeat(length)}}`),
  ...[900, 1200].map((length) => `{"id":"a","n":1.${'5'.repeat(length)}}`),
  ...[900, 49_000, 51_000].map((length) => `{"id":"a","${'n'.repeat(length)}":1}`),
  ...[250, 3000, 40_000].map((length) => `{"id":"${'a'.repeat(length)}"}`),
];

export const formModels = (): Mutant[] =>
  TEXTS.map((text) => ({ name: `form: ${text.slice(0, 60)} (${text.length})`, kind: 'form', xml: text }));
