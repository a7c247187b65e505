// Our rules and a live broker, asked the same: every expression of the corpus, and models changed by chance. What differs is
// told with what the broker said.
import { mutants } from '../../support/mutate-model';
import { around, bpmn, decision, dmn, userTask } from '../../unit/packages/bpmn-text';
import corpus from '../../unit/packages/broker-feel-corpus.json';
import { findDifferences } from './find-differences';
import { type LiveBroker, liveBroker } from './live-broker';

let broker: LiveBroker;
beforeAll(async () => {
  broker = await liveBroker();
}, 180_000);
afterAll(() => broker.stop(), 60_000);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const mapping = (text: string, target: string) => `<zeebe:input source="=${escaped(text)}" target="${target}" />`;
const mapped = (mappings: string) => bpmn(around('x', userTask('x', `<zeebe:ioMapping>${mappings}</zeebe:ioMapping>`)));
const expression = (text: string) => mapped(mapping(text, 'v'));
const cell = (text: string) =>
  dmn(
    decision('d', '1').replace(
      /<literalExpression.*<\/literalExpression>/,
      () =>
        `<decisionTable id="t"><input id="i"><inputExpression id="ie"><text>a</text></inputExpression></input><output id="o" name="o" /><rule id="r"><inputEntry id="c"><text>${escaped(text)}</text></inputEntry><outputEntry id="e"><text>1</text></outputEntry></rule></decisionTable>`,
    ),
  );

/** Those whose verdict is not `expected`, with what the broker said. */
async function others(texts: string[], kind: 'bpmn' | 'dmn', around: (text: string) => string, expected: string) {
  const found: string[] = [];
  for (const text of texts) {
    const { verdict, reason } = await broker.verdictOn(`m.${kind}`, Buffer.from(around(text)));
    if (verdict !== expected) found.push(`${text}: ${reason ?? 'accepted'}`);
  }
  return found;
}

test('the broker says of every expression and cell of the corpus what the corpus says', async () => {
  const { expressions, unaryTests } = corpus;
  const all = expressions.taken.map((text, at) => mapping(text, `v${at}`)).join('');
  expect(await broker.verdictOn('m.bpmn', Buffer.from(mapped(all)))).toEqual({ verdict: 'accepted', reason: null });
  expect(await others(expressions.refused, 'bpmn', expression, 'refused')).toEqual([]);
  expect(await others(unaryTests.taken, 'dmn', cell, 'accepted')).toEqual([]);
  expect(await others(unaryTests.refused, 'dmn', cell, 'refused')).toEqual([]);
}, 300_000);

test('of 120 models changed by chance our verdict is the broker’s', async () => {
  const made = mutants(20_261_128, 120);
  expect(made).toHaveLength(120);
  const { differ, accepted, refused } = await findDifferences(broker, made);
  expect(differ).toEqual([]);
  // Both came up: a sample that is all refused would prove little.
  expect(Math.min(accepted, refused)).toBeGreaterThan(10);
}, 300_000);
