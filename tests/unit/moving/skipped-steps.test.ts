// What a token that is moved by hand would pass by, also where a loop leads back to the step.
import { skippedSteps, type Version } from '../../../src/plugins/procedures/server/src/moving/skipped-steps';
import { end, flow, process, start, userTask } from '../packages/bpmn-text';
import { version } from './versions';

const choice = (id: string) => `<bpmn:exclusiveGateway id="${id}">…</bpmn:exclusiveGateway>`;
const drawn = (ids: string[], flows: string) =>
  process(
    flow(
      { start, ...Object.fromEntries(ids.map((id) => [id, /^g/.test(id) ? choice(id) : userTask(id)])), end },
      flows,
    ),
  );
const passed = (it: Version, from: string, to: string, completed: string[] = []) => {
  const place = (id: string) => {
    const found = it.places.byId.get(id);
    if (!found) throw new Error(`Expected a place ${id}, but there is none`);
    return found;
  };
  return skippedSteps(it, it, place(from), place(to), new Set(completed));
};

describe('round a loop a > duyet > b > ky > g, which leads back to a', () => {
  let it: Version;
  beforeAll(async () => {
    it = await version(drawn(['a', 'duyet', 'b', 'ky', 'g'], 'start>a a>duyet duyet>b b>ky ky>g g>a g>end'), {
      guardrails: ['duyet', 'ky'],
    });
  });

  test.each([
    ['a', 'b', ['duyet']],
    ['a', 'g', ['duyet', 'ky']],
    ['duyet', 'g', ['ky']],
    ['b', 'g', ['ky']],
  ])('from %s forward to %s passes %j', (from, to, steps) => expect(passed(it, from, to)).toEqual(steps));

  test.each([
    ['a', 'duyet'],
    ['b', 'ky'],
  ])('from %s to the next step, %s, passes nothing', (from, to) => expect(passed(it, from, to)).toEqual([]));

  test.each([
    ['b', 'a'],
    ['ky', 'a'],
    ['g', 'b'],
  ])('back from %s to %s passes nothing: it all comes again', (from, to) => expect(passed(it, from, to)).toEqual([]));

  test('that a step was done in an earlier round does not count for this one', () =>
    expect(passed(it, 'a', 'b', ['duyet', 'ky'])).toEqual(['duyet']));
});

test('a step that was done beside the token, in no loop, counts', async () => {
  const it = await version(drawn(['a', 'duyet', 'b'], 'start>a a>duyet duyet>b b>end'), { guardrails: ['duyet'] });
  expect(passed(it, 'a', 'b')).toEqual(['duyet']);
  expect(passed(it, 'a', 'b', ['duyet'])).toEqual([]);
});

test('a step on one of two ways is named too when the token is put behind both', async () => {
  const flows = 'start>a a>g1 g1>duyet g1>x duyet>b x>b b>g2 g2>a g2>end';
  const it = await version(drawn(['a', 'g1', 'duyet', 'x', 'b', 'g2'], flows), { guardrails: ['duyet'] });
  expect(passed(it, 'a', 'b')).toEqual(['duyet']);
  expect(passed(it, 'x', 'b')).toEqual([]);
  expect(passed(it, 'a', 'x')).toEqual([]);
});
