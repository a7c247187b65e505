import type { LiveCase } from '../../../src/plugins/procedures/server/src/moving/live-case';
import { type Mapping, planMove } from '../../../src/plugins/procedures/server/src/moving/plan-move';
import type { Version } from '../../../src/plugins/procedures/server/src/moving/skipped-steps';
import { end, flow, process, start, userTask } from '../packages/bpmn-text';
import { at, live, scope, version } from './versions';

const NOW = new Date('2026-11-28T07:00:00Z');
const plan = (from: Version, to: Version, of: LiveCase, mapping: Mapping = {}) => planMove(from, to, of, mapping, NOW);
const codes = (from: Version, to: Version, of: LiveCase, mapping: Mapping = {}) =>
  plan(from, to, of, mapping).reasons.map((reason) => reason.code);
const fromTo = (from: Version, to: Version, of: LiveCase, mapping: Mapping = {}) =>
  plan(from, to, of, mapping).plan?.steps.map((step) => `${step.from}>${step.to}`);

const line = (names: string[]) => {
  const all = ['start', ...names, 'end'];
  const flows = all.slice(1).map((name, n) => `${all[n]}>${name}`);
  return flow({ start, ...Object.fromEntries(names.map((name) => [name, userTask(name)])), end }, flows.join(' '));
};
const straight = (...names: string[]) => process(line(names));

describe('a case at a step that the new version has too', () => {
  it('is moved to the same step, with its task', async () => {
    const [old, next] = [await version(straight('a', 'b')), await version(straight('a', 'x', 'b'))];
    const { plan: made, reasons, warnings } = plan(old, next, live([at('a')]));
    expect(made?.steps).toEqual([{ key: 'a', from: 'a', to: 'a', called: false }]);
    expect(made?.tasks).toEqual([{ taskId: 'task of a', from: 'a', to: 'a', formChanged: false }]);
    expect([reasons, warnings]).toEqual([[], []]);
  });

  it('is told when the form of the task is another', async () => {
    const old = await version(straight('a'), { forms: { a: 'một' } });
    const next = await version(straight('a'), { forms: { a: 'hai' } });
    expect(plan(old, next, live([at('a')])).plan?.tasks[0]?.formChanged).toBe(true);
    expect(plan(old, old, live([at('a')])).plan?.tasks[0]?.formChanged).toBe(false);
    expect(plan(old, next, live([at('a')])).steps[0]).toMatchObject({ formChanged: true, from: { title: 'Bước a' } });
  });

  it('is moved with every token where two are at one step', async () => {
    const it = await version(straight('a'));
    expect(fromTo(it, it, live([at('a', { key: '1' }), at('a', { key: '2' })]))).toEqual(['a>a', 'a>a']);
  });
});

describe('a case at a step that the new version does not have', () => {
  it('needs a step of the same kind that somebody chooses', async () => {
    const [old, next] = [await version(straight('a', 'b')), await version(straight('x', 'b'))];
    expect(codes(old, next, live([at('a')]))).toEqual(['ELEMENT_GONE']);
    expect(fromTo(old, next, live([at('a')]), { a: 'x' })).toEqual(['a>x']);
    expect(codes(old, next, live([at('a')]), { a: 'end' })).toEqual(['ELEMENT_GONE']);
    expect(codes(old, next, live([at('a')]), { a: 'nowhere' })).toEqual(['ELEMENT_GONE']);
  });

  it('is asked again when the step has become another kind', async () => {
    const receive = process(
      flow(
        { start, a: '<bpmn:receiveTask id="a" messageRef="m">…</bpmn:receiveTask>', b: userTask('b'), end },
        'start>a a>b b>end',
      ),
    );
    const [old, next] = [await version(straight('a', 'b')), await version(receive)];
    expect(codes(old, next, live([at('a')]))).toEqual(['KIND_CHANGED']);
    expect(fromTo(old, next, live([at('a')]), { a: 'b' })).toEqual(['a>b']);
  });

  it('is never put behind a statutory step that it has not done', async () => {
    const old = await version(straight('a', 'duyet', 'b'), { guardrails: ['duyet'] });
    const next = await version(straight('x', 'duyet', 'b'), { guardrails: ['duyet'] });
    expect(codes(old, next, live([at('a')]), { a: 'b' })).toEqual(['GUARDRAIL']);
    expect(plan(old, next, live([at('a')]), { a: 'b' }).reasons[0]?.vi).toContain('duyet');
    expect(codes(old, next, live([at('a')]), { a: 'x' })).toEqual([]);
    expect(codes(old, next, live([at('a')]), { a: 'duyet' })).toEqual([]);
    expect(codes(old, next, live([at('a')], { completed: new Set(['duyet']) }), { a: 'b' })).toEqual([]);
  });
});

describe('a case of which something is under way', () => {
  it('is not moved while an act is written, before it has begun, or while it passes a gateway', async () => {
    const it = await version(straight('a'));
    expect(codes(it, it, live([at('a')], { openActs: 1 }))).toEqual(['ACT_STAGED']);
    expect(codes(it, it, live([at('a')], { isActive: false }))).toEqual(['NOT_ACTIVE']);
    expect(codes(it, it, live([]))).toEqual(['PASSING']);
    expect(codes(it, it, live([at('a', { type: 'SERVICE_TASK' })]))).toEqual(['PASSING']);
  });

  it('is not moved while a program works on it, but is where a choice or a table is stuck', async () => {
    const drawn = process(
      flow({ start, a: '<bpmn:exclusiveGateway id="a">…</bpmn:exclusiveGateway>', end }, 'start>a a>end'),
    );
    const it = await version(drawn);
    expect(codes(it, it, live([at('a', { type: 'SERVICE_TASK', hasProgramJob: true })]))).toEqual(['AUTOMATIC_STEP']);
    expect(codes(it, it, live([at('a', { type: 'SERVICE_TASK', hasProgramJob: true, hasIncident: true })]))).toEqual([
      'AUTOMATIC_STEP',
    ]);
    expect(fromTo(it, it, live([at('a', { type: 'EXCLUSIVE_GATEWAY', hasIncident: true })]))).toEqual(['a>a']);
    expect(codes(it, it, live([at('a', { type: 'EXCLUSIVE_GATEWAY' })]))).toEqual(['PASSING']);
  });

  it('says that a timer starts anew, and waits for one that is near', async () => {
    const it = await version(straight('a'));
    const due = (minutes: number) => ({ elementId: 'a', dueAt: new Date(NOW.getTime() + minutes * 60_000) });
    expect(codes(it, it, live([at('a')], { timers: [due(2)] }))).toEqual(['TIMER_NEAR']);
    const later = plan(it, it, live([at('a')], { timers: [due(60), { elementId: 'a', dueAt: null }] }));
    expect(later.plan).not.toBeNull();
    expect(later.warnings.map((warning) => warning.code)).toEqual(['TIMER_RESTARTS', 'TIMER_RESTARTS']);
  });
});

describe('a case with branches', () => {
  const forked = process(
    flow(
      {
        start,
        fork: '<bpmn:parallelGateway id="fork">…</bpmn:parallelGateway>',
        a: userTask('a'),
        b: userTask('b'),
        join: '<bpmn:parallelGateway id="join" name="Gộp">…</bpmn:parallelGateway>',
        end,
      },
      'start>fork fork>a fork>b a>join b>join join>end',
    ),
  );
  const arrived = (pad: string, count = 1) => ({ arrivals: [{ pad, scopeKey: 'root', count }] });

  it('keeps a branch that has arrived at the join, on its landing pad', async () => {
    const it = await version(forked);
    expect(fromTo(it, it, live([at('b')], arrived('lp_a_join')))).toEqual(['b>b', 'lp_a_join>lp_a_join']);
    expect(fromTo(it, it, live([at('b')], arrived('lp_a_join', 2)))).toHaveLength(3);
  });

  it('asks where an arrived branch belongs when its flow is gone, and offers pads only', async () => {
    const other = forked.replaceAll('a_join', 'khac');
    const [old, next] = [await version(forked), await version(other)];
    const of = live([at('b')], arrived('lp_a_join'));
    expect(codes(old, next, of)).toEqual(['ELEMENT_GONE']);
    expect(fromTo(old, next, of, { lp_a_join: 'lp_khac' })).toEqual(['b>b', 'lp_a_join>lp_khac']);
    expect(codes(old, next, of, { lp_a_join: 'a' })).toEqual(['ELEMENT_GONE']);
  });

  it('is moved with both sides where both are at work', async () => {
    const it = await version(forked);
    expect(fromTo(it, it, live([at('a'), at('b')]))).toEqual(['a>a', 'b>b']);
  });
});

describe('a case inside a scope', () => {
  const inner = (id: string, name: string, attributes = '', extra = '') =>
    `<bpmn:subProcess id="${id}" ${attributes}>${extra}<bpmn:startEvent id="${id}_start"><bpmn:outgoing>${id}_f</bpmn:outgoing></bpmn:startEvent>${userTask(name).replace('…', `<bpmn:incoming>${id}_f</bpmn:incoming>`)}<bpmn:sequenceFlow id="${id}_f" sourceRef="${id}_start" targetRef="${name}"/>…</bpmn:subProcess>`;
  const within = (sub: string) => process(flow({ start, sub, end }, 'start>sub sub>end'));
  const position = [scope('>sub'), at('a', { scopeKey: 'sub' })];

  it('is moved inside it; the scope comes by itself', async () => {
    const it = await version(within(inner('sub', 'a')));
    expect(fromTo(it, it, live(position))).toEqual(['a>a']);
  });

  it('takes the data of the scope along, and is not moved where there is no place for it', async () => {
    const [old, next] = [await version(within(inner('sub', 'a'))), await version(straight('a'))];
    const of = live(position, { withLocals: new Set(['sub']) });
    expect(plan(old, old, of).plan?.locals).toEqual([{ key: 'sub', to: 'sub' }]);
    expect(codes(old, next, of)).toEqual(['LOCALS_LOST']);
    expect(fromTo(old, next, live(position))).toEqual(['a>a']);
  });

  it('is not moved when it is repeated for several items, in the old version or the new', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const repeated = await version(within(inner('sub', 'a', '', loop)));
    const once = await version(within(inner('sub', 'a')));
    expect(
      codes(
        repeated,
        once,
        live([scope('*sub', { key: 'body' }), scope('>sub', { scopeKey: 'body' }), position[1] ?? at('a')]),
      ),
    ).toEqual(['INSIDE_MULTI_INSTANCE']);
    expect(codes(once, repeated, live(position))).toEqual(['TARGET_NOT_ENTERABLE']);
  });

  it('is moved in an event sub-process that runs beside the rest, not in one that has interrupted it, nor twice', async () => {
    const event = (isInterrupting: boolean) =>
      process(
        `${line(['b'])}${inner('sub', 'a', 'triggeredByEvent="true"')
          .replace('…', '')
          .replace(
            '<bpmn:startEvent id="sub_start">',
            `<bpmn:startEvent id="sub_start" isInterrupting="${isInterrupting}"><bpmn:messageEventDefinition id="d" messageRef="m"/>`,
          )}`,
      );
    const beside = await version(event(false));
    const of = [at('b'), scope('!sub'), at('a', { scopeKey: 'sub' })];
    expect(fromTo(beside, beside, live(of))).toEqual(['b>b', 'a>a']);
    const twice = [...of, scope('!sub', { key: 'again' }), at('a', { key: 'a2', scopeKey: 'again' })];
    expect(codes(beside, beside, live(twice))).toEqual(['SCOPE_TWICE']);
    const interrupting = await version(event(true));
    expect(codes(interrupting, interrupting, live(of.slice(1)))).toEqual(['INTERRUPTED_SCOPE', 'TARGET_NOT_ENTERABLE']);
  });

  it('is not moved inside a transaction, nor while something done may still be undone', async () => {
    const transaction = await version(within(inner('sub', 'a').replaceAll('bpmn:subProcess', 'bpmn:transaction')));
    expect(codes(transaction, transaction, live(position))).toContain('IN_TRANSACTION');
    const undoable = `${line(['b', 'a'])}<bpmn:boundaryEvent id="undo" attachedToRef="b"><bpmn:compensateEventDefinition id="c"/></bpmn:boundaryEvent>`;
    const it = await version(process(undoable));
    expect(codes(it, it, live([at('a')], { completed: new Set(['b']) }))).toEqual(['COMPENSATION_PENDING']);
    expect(codes(it, it, live([at('a')]))).toEqual([]);
  });

  it('is moved where it waits at the edge of a step, and there only once', async () => {
    const guarded = `${line(['a', 'b'])}<bpmn:boundaryEvent id="edge" attachedToRef="a" cancelActivity="false"><bpmn:messageEventDefinition id="c" messageRef="m"/></bpmn:boundaryEvent>`;
    const it = await version(process(guarded));
    expect(fromTo(it, it, live([at('a')]))).toEqual(['a>a']);
  });
});

describe('a case in a called process', () => {
  const caller = process(
    flow(
      {
        start,
        call: '<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="called" /></bpmn:extensionElements>…</bpmn:callActivity>',
        end,
      },
      'start>call call>end',
    ),
  );
  const called = (...names: string[]) => {
    const all = ['c_start', ...names, 'c_end'];
    return process(
      flow(
        {
          c_start: '<bpmn:startEvent id="c_start">…</bpmn:startEvent>',
          ...Object.fromEntries(names.map((name) => [name, userTask(name)])),
          c_end: '<bpmn:endEvent id="c_end">…</bpmn:endEvent>',
        },
        all
          .slice(1)
          .map((name, n) => `${all[n]}>${name}`)
          .join(' '),
      ),
      'called',
    );
  };
  const standing = (element: string) =>
    live([at('call', { type: 'CALL_ACTIVITY' }), at(element, { calledBy: 'call', scopeKey: 'child' })]);

  it('is moved while the called process is at the wait that it begins with', async () => {
    const it = await version(caller + called('x', 'y'));
    const { plan: made } = plan(it, it, standing('x'));
    expect(made?.steps).toEqual([
      { key: 'x', from: 'x', to: 'x', called: true },
      { key: 'call', from: 'call', to: 'call', called: false },
    ]);
    expect(made?.tasks.map((task) => task.to)).toEqual(['x']);
  });

  it('is not moved from the middle of it, nor when the new one begins otherwise', async () => {
    const old = await version(caller + called('x', 'y'));
    expect(codes(old, old, standing('y'))).toEqual(['IN_CALLED_PROCESS']);
    expect(codes(old, await version(caller + called('z', 'x')), standing('x'))).toEqual(['IN_CALLED_PROCESS']);
  });
});

test('every reason is said in both languages, once, with the name of the step', async () => {
  const old = await version(straight('a'), { forms: { a: 'một' } });
  const next = await version(straight('b'));
  const { reasons } = plan(old, next, live([at('a', { key: '1' }), at('a', { key: '2' })], { openActs: 2 }));
  expect(reasons.map((reason) => reason.code)).toEqual(['ACT_STAGED', 'ELEMENT_GONE']);
  expect(reasons[1]?.vi).toContain('Bước a');
  for (const reason of reasons) expect([reason.vi.length > 20, reason.en.length > 20]).toEqual([true, true]);
});
