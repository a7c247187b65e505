import { inOrder, levelBy, nextStep } from '../../../src/plugins/procedures/server/src/alarms/escalation';
import type { AlarmStep } from '../../../src/plugins/procedures/shared/alarms-contract';

const raised = new Date('2026-11-28T20:00:00Z');
const after = (minutes: number, seconds = 0) => new Date(raised.getTime() + minutes * 60_000 + seconds * 1000);
const steps: AlarmStep[] = [
  { afterMinutes: 20, to: 'HEAD_ABOVE' },
  { afterMinutes: 5, to: 'SHIFT_DEPUTY' },
  { afterMinutes: 10, to: 'UNIT_HEAD' },
];

test('steps are taken by their minutes, however the administrator wrote them down', () => {
  expect(inOrder(steps).map(({ to }) => to)).toEqual(['SHIFT_DEPUTY', 'UNIT_HEAD', 'HEAD_ABOVE']);
});
test.each([
  [0, 0, 0],
  [4, 59, 0],
  [5, 0, 1],
  [9, 59, 1],
  [10, 0, 2],
  [20, 0, 3],
  [5_000, 0, 3],
])('after %i minutes %i seconds %i steps have been taken', (minutes, seconds, level) => {
  expect(levelBy(raised, 0, steps, after(minutes, seconds))).toBe(level);
});
test('a step that was taken early is not taken back, and a chain made shorter keeps what was reached', () => {
  expect(levelBy(raised, 2, steps, after(6))).toBe(2);
  expect(levelBy(raised, 3, steps.slice(0, 1), after(60))).toBe(3);
});
test('the next step is known with its instant, until the chain ends', () => {
  expect(nextStep(raised, 0, steps)).toEqual({ at: after(5), to: 'SHIFT_DEPUTY' });
  expect(nextStep(raised, 2, steps)).toEqual({ at: after(20), to: 'HEAD_ABOVE' });
  expect(nextStep(raised, 3, steps)).toBeNull();
  expect(nextStep(raised, 0, [])).toBeNull();
});
