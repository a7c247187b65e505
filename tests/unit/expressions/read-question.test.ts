// What may be tried, and what is refused before any engine is asked.
import { readQuestion } from '../../../src/plugins/procedures/server/src/expressions/read-question';

test('an expression may begin with = and comes without it; a sample may be left out', () => {
  expect(readQuestion({ expression: ' =a = 1 ' })).toEqual({ expression: 'a = 1', element: '', variables: {} });
  expect(readQuestion({ expression: 'a', element: 'b', variables: { a: [1] } })).toEqual({
    expression: 'a',
    element: 'b',
    variables: { a: [1] },
  });
});

test.each([
  [{}],
  [{ expression: 7 }],
  [{ expression: '' }],
  [{ expression: ' = ' }],
  [{ expression: 'a'.repeat(20_001) }],
  [{ expression: 'a', element: 7 }],
  [{ expression: 'a', variables: null }],
  [{ expression: 'a', variables: [1] }],
  [{ expression: 'a', variables: 'x' }],
  [{ expression: 'a', variables: { '': 1 } }],
  [{ expression: 'a', variables: { ['x'.repeat(101)]: 1 } }],
  [{ expression: 'a', variables: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`a${at}`, 1])) }],
  [{ expression: 'a', variables: { a: 'x'.repeat(256 * 1024) } }],
])('case %# is refused in words', (body) => {
  expect(() => readQuestion(body as Record<string, unknown>)).toThrow(
    expect.objectContaining({ code: 'EXPRESSION_REFUSED', status: 422, vi: expect.stringContaining('Để thử cần') }),
  );
});
