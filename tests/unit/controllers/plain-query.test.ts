import { plainQuery } from '../../../src/plugins/procedures/server/src/controllers/plain-query';

test('a question of one text for each name is left as it is', () => {
  expect(plainQuery({ q: 'a', page: '2' })).toBeNull();
  expect(plainQuery({})).toBeNull();
});

test('a nest and what is no text are left out, the first of several counts, and facets may be several', () => {
  expect(
    plainQuery({ q: { a: 'x' }, unit: ['A', 'B'], state: null, facet: ['a=1', { b: '2' }, 'c=3'], page: '2' }),
  ).toEqual({
    unit: 'A',
    facet: ['a=1', 'c=3'],
    page: '2',
  });
});
