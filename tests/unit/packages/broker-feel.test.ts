// Two hundred expressions with what Zeebe 8.5.8 said of each at deployment; the integration test asks it again.
import {
  readExpression,
  readUnaryTests,
} from '../../../src/plugins/procedures/server/src/packages/broker-feel/read-broker-feel';
import corpus from './broker-feel-corpus.json';

test.each(corpus.expressions.taken)('the engine reads %j', (text) => {
  expect(readExpression(text).readable).toBe(true);
});
test.each(corpus.expressions.refused)('the engine refuses %j', (text) => {
  expect(readExpression(text).readable).toBe(false);
});
test.each(corpus.unaryTests.taken)('the engine reads the cell %j', (text) => {
  expect(readUnaryTests(text).readable).toBe(true);
});
test.each(corpus.unaryTests.refused)('the engine refuses the cell %j', (text) => {
  expect(readUnaryTests(text).readable).toBe(false);
});

test('brackets nested by the hundred take a moment, by the ten thousand are refused', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
  expect(readExpression(nested(100)).readable).toBe(true);
  expect(readExpression(nested(10_000)).readable).toBe(false);
});

test('the functions that are called are told, without those that the expression brings along', () => {
  expect(readExpression('{f: function(x) x, y: f(1)}.y + string length("a") + nope(1)')).toEqual({
    readable: true,
    calls: ['string length', 'nope'],
  });
});
