// How far a tenant may go with a parameter, and what becomes of a value that today's limits do not allow any more.
import type { Manifest, Parameter } from '../../../src/plugins/procedures/server/src/packages/types';
import { fits } from '../../../src/plugins/procedures/server/src/parameters/effective-parameters';
import { parameterWithLimits } from '../../../src/plugins/procedures/server/src/parameters/parameter-limits';

const minutes: Parameter = { name: 'M', type: 'integer', default: 30, min: 1, max: 240, title: { vi: 'M', en: 'M' } };
const manifest = (law: { min?: number; max?: number } | null) =>
  ({
    parameters: [minutes],
    guardrails: law ? [{ kind: 'parameter', name: 'M', law: 'Điều 1', ...law }] : [],
  }) as unknown as Manifest;

test.each([
  [null, { min: 1, max: 240, law: null }],
  [{ max: 120 }, { min: 1, max: 120, law: 'Điều 1' }],
  [
    { min: 5, max: 500 },
    { min: 5, max: 240, law: 'Điều 1' },
  ],
])('the narrower of package and law holds: %j', (law, expected) => {
  expect(parameterWithLimits(manifest(law), 'M')).toMatchObject(expected);
  expect(parameterWithLimits(manifest(law), 'X')).toBeNull();
});

test('a value from before the law was narrowed holds no more, nor one of another kind or of a parameter that is gone', () => {
  const holds = (value: unknown, name = 'M') => fits(manifest({ max: 60 }), { name, value });
  expect([holds(60), holds(61), holds('60'), holds(60, 'X')]).toEqual([true, false, false, false]);
});
