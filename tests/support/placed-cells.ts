// Owns every text in every place of a decision: unary tests, expressions, what is nearly one, and the words of its attributes.
import { dmn } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';

interface Texts {
  expression?: string;
  language?: string;
  test?: string;
  testLanguage?: string;
  result?: string;
  policy?: string;
  aggregation?: string;
  type?: string;
  name?: string;
  label?: string;
}

const table = (texts: Texts) => {
  const language = (text: string | undefined) => (text === undefined ? '' : ` expressionLanguage="${text}"`);
  const attribute = (name: string, text: string | undefined) => (text === undefined ? '' : ` ${name}="${text}"`);
  return dmn(`<decision id="ket_qua" name="ket_qua"><decisionTable id="bang"${attribute('hitPolicy', texts.policy)}${attribute('aggregation', texts.aggregation)}>
<input id="vao"${attribute('label', texts.label)}><inputExpression id="doc"${attribute('typeRef', texts.type)}${language(texts.language)}><text>${texts.expression ?? 'a'}</text></inputExpression></input>
<output id="ra" name="${texts.name ?? 'r'}"${attribute('typeRef', texts.type)} />
<rule id="dong"><inputEntry id="o1"${language(texts.testLanguage)}><text>${texts.test ?? '1'}</text></inputEntry><outputEntry id="o2"><text>${texts.result ?? '1'}</text></outputEntry></rule>
</decisionTable></decision>`);
};
const literal = (text: string) =>
  dmn(
    `<decision id="ket_qua" name="ket_qua"><literalExpression id="t"><text>${text}</text></literalExpression></decision>`,
  );
const context = (text: string) =>
  dmn(
    `<decision id="ket_qua" name="ket_qua"><context><contextEntry><variable name="a" /><literalExpression><text>${text}</text></literalExpression></contextEntry><contextEntry><literalExpression><text>a</text></literalExpression></contextEntry></context></decision>`,
  );

const EXPRESSIONS: Record<string, (text: string) => string> = {
  'expression of a column': (expression) => table({ expression }),
  test: (test) => table({ test }),
  result: (result) => table({ result }),
  'literal expression': literal,
  'entry of a context': context,
};
const FEEL = [
  ...[
    '',
    ' ',
    '-',
    '- ',
    'a',
    'a b',
    'a.b',
    'a-b',
    'a,b',
    'a;b',
    '1',
    '-1',
    '1.5',
    '.5',
    '1.',
    '1e3',
    '"x"',
    '"x',
    "'x'",
    '""',
    'null',
    'true',
  ],
  ...[
    '= 1',
    '==1',
    '!= 1',
    '< 1',
    '&lt; 1',
    '&lt;1',
    '&lt;= 1',
    '> 1',
    '>= 1',
    '&lt;> 1',
    '=1 +',
    '+ 1',
    '1 +',
    '(1',
    '(1)',
    '1)',
    '()',
  ],
  ...[
    '1,2',
    '1, 2',
    '1,',
    ',1',
    '"a","b"',
    '"a" "b"',
    '&lt; 1, > 5',
    'not(1)',
    'not(1,2)',
    'not("a", "b")',
    'not',
    'not()',
    'not 1',
    'not(&lt; 1)',
    'not(-)',
  ],
  ...[
    '[1..2]',
    '(1..2)',
    ']1..2[',
    '[1..',
    '[1,2]',
    '1..2',
    '[1..2), 5',
    '["a".."b"]',
    '[a..b]',
    '[date("2020-01-01")..date("2021-01-01")]',
  ],
  ...[
    '? > 1',
    '?',
    'contains(?, "x")',
    '? = 1 and a = 2',
    'some x in ? satisfies x > 1',
    'every x in [1] satisfies x = ?',
    'for x in [1,2] return x',
    'if a then 1 else 2',
    'if a then 1',
  ],
  ...[
    '{a: 1}',
    '{"a b": 1}',
    '{a:}',
    '{a: 1, b: a}',
    '[1][1]',
    '[a[item > 1]]',
    'a[1].b',
    'a[b = 1]',
    'a instance of number',
    'a between 1 and 2',
    'between 1 and 2',
    'in (1,2)',
    'a in (1,2)',
    'a in [1..2]',
    'in [1..2]',
  ],
  ...[
    '@"2020-01-01"',
    '@"P1D"',
    '@"x"',
    'date("2020-01-01")',
    '> date("2020-01-01")',
    '>= @"2020-01-01"',
    'duration("P1D")',
    'function(x) x',
    'function(x) x + 1',
    'f(1)',
    'f(x: 1)',
    'f()',
    'string length("x")',
    'a // c',
    '/* c */ 1',
    '1 // c',
    '// c',
  ],
  ...[
    '`a b`',
    'á',
    'tên',
    'tên đầy đủ',
    'a+b',
    'a + b',
    'a**2',
    'a ** 2',
    'a % 2',
    'a mod 2',
    'a and b',
    'a or b',
    'a AND b',
    'and',
    'in',
    'if',
    'for',
    'return',
    'x -> x',
    '#{a}',
    '"a\\"b"',
    '"a\nb"',
    '"\\u0041"',
    '"á"',
    'true or',
    'True',
    'NULL',
  ],
];

const WORDS: Record<
  keyof Pick<Texts, 'language' | 'testLanguage' | 'policy' | 'aggregation' | 'type' | 'name' | 'label'>,
  string[]
> = {
  language: [
    '',
    ' ',
    'feel',
    'FEEL',
    'Feel',
    'juel',
    'javascript',
    'groovy',
    'https://www.omg.org/spec/DMN/20191111/FEEL/',
    'http://www.omg.org/spec/FEEL/20140401',
    'unary-tests',
    ' feel ',
    'x',
  ],
  testLanguage: [
    '',
    ' ',
    'feel',
    'FEEL',
    'juel',
    'javascript',
    'https://www.omg.org/spec/DMN/20191111/FEEL/',
    'unary-tests',
    'x',
  ],
  policy: [
    '',
    ' ',
    'UNIQUE',
    'FIRST',
    'PRIORITY',
    'ANY',
    'COLLECT',
    'RULE ORDER',
    'OUTPUT ORDER',
    'unique',
    'RULE_ORDER',
    'x',
  ],
  aggregation: ['', ' ', 'SUM', 'COUNT', 'MIN', 'MAX', 'sum', 'x'],
  type: [
    '',
    ' ',
    'string',
    'number',
    'boolean',
    'date',
    'long',
    'integer',
    'double',
    'dateTime',
    'Any',
    'x',
    'a b',
    'feel:string',
  ],
  name: ['', ' ', 'r', 'a b', 'a.b', '1a', 'á', 'if', '=', 'null'],
  label: ['', ' ', 'a b', '=', 'á'],
};

export const cellModels = (): [group: string, models: Mutant[]][] => [
  ...Object.entries(EXPRESSIONS).map(([place, make]): [string, Mutant[]] => [
    `texts of a decision: ${place}`,
    FEEL.map((text) => ({ name: `${place}: ${text}`, kind: 'dmn', xml: make(text) })),
  ]),
  ...Object.entries(WORDS).map(([place, words]): [string, Mutant[]] => [
    `words of a table: ${place}`,
    words.map((word) => ({ name: `${place}: "${word}"`, kind: 'dmn', xml: table({ [place]: word }) })),
  ]),
  [
    'words of a table: policy with aggregation',
    WORDS.policy.flatMap((policy) =>
      WORDS.aggregation.map((aggregation) => ({
        name: `${policy} ${aggregation}`,
        kind: 'dmn' as const,
        xml: table({ policy, aggregation }),
      })),
    ),
  ],
];
