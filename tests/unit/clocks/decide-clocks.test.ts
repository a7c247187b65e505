import { decideClocks } from '../../../src/plugins/procedures/server/src/clocks/decide-clocks';
import { anInput, anOpenClock, aRule, at } from './a-rule';

const idsOf = (clocks: { ruleId: string }[]) => clocks.map((clock) => clock.ruleId).sort();

describe('decideClocks', () => {
  it('starts a clock with all that is kept of it', () => {
    const rule = aRule('X', {
      rule: 'R',
      variant: 'V',
      version: 4,
      owner: '=case.handlingUnit',
      startEventName: 'SHOWN',
    });
    const [clock] = decideClocks(anInput('BEGIN', '2026-05-11 08:20', { rules: [rule] })).started;
    expect(clock).toEqual({
      ruleId: 'X',
      ruleVersion: 4,
      rule: 'R',
      variant: 'V',
      owner: 'UNIT',
      tracking: 'ENFORCED',
      unit: 'calendarDays',
      length: 3,
      startEvent: 'SHOWN',
      anchor: 'event',
      startAt: at('2026-05-11 08:20'),
      dueAt: at('2026-05-15 00:00'),
      dueDay: '2026-05-14',
      nominalDay: '2026-05-14',
      amberAt: at('2026-05-14 00:00'),
      derivation: { vi: expect.stringContaining('+ 3 ngày'), en: expect.stringContaining('+ 3 days') },
    });
  });

  it('starts only for its event, and only when its condition holds', () => {
    const rule = aRule('X', {
      start: [{ event: 'BEGIN', anchor: 'event', when: '=record.urgent and event.data.n > 1' }],
    });
    const input = anInput('BEGIN', '2026-05-11 08:20', { rules: [rule] });
    const event = { ...input.event, data: { n: 2 } };
    expect(decideClocks(input).started).toEqual([]);
    expect(decideClocks({ ...input, event, context: { record: { urgent: true } } }).started).toHaveLength(1);
    expect(decideClocks({ ...input, event: { ...event, code: 'OTHER' } }).started).toEqual([]);
  });

  it('starts no second clock of a rule, so that an event told twice changes nothing', () => {
    const input = anInput('BEGIN', '2026-05-11 08:20', { rules: [aRule('X')], openClocks: [anOpenClock('X')] });
    expect(decideClocks(input)).toEqual({
      superseded: [],
      stopped: [],
      resumed: [],
      paused: [],
      started: [],
      problems: [],
    });
  });

  it('starts again when the same event has stopped or superseded the clock', () => {
    const begin = [{ event: 'BEGIN', anchor: 'event' }];
    const again = { openClocks: [anOpenClock('X')] };
    const stopped = decideClocks(
      anInput('BEGIN', '2026-05-12 08:00', {
        ...again,
        rules: [aRule('X', { start: begin, stop: [{ event: 'BEGIN' }] })],
      }),
    );
    expect([stopped.stopped.length, stopped.started.length]).toEqual([1, 1]);
    const reason = { vi: 'vì', en: 'because' };
    const superseded = decideClocks(
      anInput('BEGIN', '2026-05-12 08:00', {
        ...again,
        rules: [aRule('X', { supersede: [{ event: 'BEGIN', reason }] })],
      }),
    );
    expect(superseded).toMatchObject({ superseded: [{ clockId: 'clock-X', reason }], stopped: [], started: [{}] });
  });

  it('supersedes rather than stops when both would hold', () => {
    const rule = aRule('X', { supersede: [{ event: 'END' }] });
    const decisions = decideClocks(
      anInput('END', '2026-05-12 08:00', { rules: [rule], openClocks: [anOpenClock('X')] }),
    );
    expect(decisions.stopped).toEqual([]);
    expect(decisions.superseded).toEqual([{ clockId: 'clock-X', reason: { vi: 'được thay thế', en: 'superseded' } }]);
  });

  it('pauses what runs and resumes what is paused', () => {
    const rule = aRule('X', { pause: [{ event: 'HOLD' }], resume: [{ event: 'GO' }] });
    const held = decideClocks(anInput('HOLD', '2026-05-12 10:00', { rules: [rule], openClocks: [anOpenClock('X')] }));
    expect(held.paused).toEqual([{ clockId: 'clock-X', at: at('2026-05-12 10:00') }]);
    const openClocks = [anOpenClock('X', { state: 'PAUSED', pausedAt: at('2026-05-12 10:00') })];
    const resumed = decideClocks(anInput('GO', '2026-05-13 10:00', { rules: [rule], openClocks })).resumed;
    expect(resumed).toMatchObject([{ clockId: 'clock-X', dueDay: '2026-05-15', addedDays: 1 }]);
    expect(decideClocks(anInput('HOLD', '2026-05-13 10:00', { rules: [rule], openClocks })).paused).toEqual([]);
  });

  it('leaves a clock whose rule is gone alone', () => {
    expect(decideClocks(anInput('END', '2026-05-12 08:00', { openClocks: [anOpenClock('X')] })).stopped).toEqual([]);
  });

  describe('anchors', () => {
    const anchored = (anchor: string, more = {}) => aRule('X', { start: [{ event: 'BEGIN', anchor }], ...more });

    it('is an instant on the record, as text or as a Date', () => {
      const rules = [anchored('record.a.receivedAt')];
      for (const receivedAt of ['2026-05-04T08:00:00+07:00', at('2026-05-04 08:00')]) {
        const input = anInput('BEGIN', '2026-05-11 08:20', { rules, context: { record: { a: { receivedAt } } } });
        expect(decideClocks(input).started).toMatchObject([{ startAt: at('2026-05-04 08:00'), startEvent: 'BEGIN' }]);
      }
    });

    it('is the last of several events, this one among them', () => {
      const eventTimes = { A: at('2026-05-04 08:00'), B: at('2026-05-05 08:00') };
      const started = (codes: string) =>
        decideClocks(anInput('BEGIN', '2026-05-11 08:20', { rules: [anchored(`event:${codes}`)], eventTimes })).started;
      expect(started('A,B,C')).toMatchObject([{ startAt: at('2026-05-05 08:00') }]);
      expect(started('A,BEGIN')).toMatchObject([{ startAt: at('2026-05-11 08:20') }]);
    });

    const base = anOpenClock('BASE', { nominalDay: '2026-10-31', dueDay: '2026-11-02', dueAt: at('2026-11-03 00:00') });

    it.each([
      ['months', 1, '2026-10-31 00:00', '2026-12-01 00:00'],
      ['calendarDays', 5, '2026-10-31 00:00', '2026-11-06 00:00'],
      ['hours', 2, '2026-11-03 00:00', '2026-11-03 02:00'],
      ['daysBefore', 5, '2026-05-11 08:20', '2026-10-27 00:00'],
    ] as const)('is another clock: %s go on from it', (unit, length, startAt, dueAt) => {
      const rules = [anchored('clock:BASE', { unit, length }), aRule('BASE')];
      const input = anInput('BEGIN', '2026-10-26 16:00', { rules, openClocks: [base] });
      expect(decideClocks(input).started).toMatchObject([
        { ruleId: 'X', startAt: at(startAt), dueAt: at(dueAt), startEvent: 'BASE.nominalDay' },
      ]);
    });

    it('may be a clock that the same event supersedes, or one that it starts, in whatever order the rules come', () => {
      const rules = [
        aRule('C', { unit: 'daysBefore', length: 1, start: [{ event: 'BEGIN', anchor: 'clock:B' }] }),
        aRule('B', { unit: 'months', length: 1, start: [{ event: 'BEGIN', anchor: 'clock:BASE' }] }),
        aRule('BASE', { start: [], supersede: [{ event: 'BEGIN' }] }),
      ];
      for (const order of [rules, [...rules].reverse()]) {
        const decisions = decideClocks(anInput('BEGIN', '2026-10-26 16:00', { rules: order, openClocks: [base] }));
        expect(decisions.superseded).toHaveLength(1);
        expect(idsOf(decisions.started)).toEqual(['B', 'C']);
        expect(decisions.started.find((clock) => clock.ruleId === 'C')?.nominalDay).toBe('2026-11-29');
      }
    });

    it('takes the first start whose anchor is there', () => {
      const start = ['clock:NONE', 'event'].map((anchor) => ({ event: 'BEGIN', anchor }));
      const decisions = decideClocks(anInput('BEGIN', '2026-05-11 08:20', { rules: [aRule('X', { start })] }));
      expect(decisions).toMatchObject({ started: [{ anchor: 'event' }], problems: [] });
    });

    it.each(['clock:NONE', 'record.missing', 'event:NEVER'])(
      'that is missing (%s) is a problem, not a silence',
      (anchor) => {
        const decisions = decideClocks(anInput('BEGIN', '2026-05-11 08:20', { rules: [anchored(anchor), aRule('Y')] }));
        expect(decisions.problems).toMatchObject([{ ruleId: 'X', code: 'CLOCK_ANCHOR_MISSING' }]);
        expect(idsOf(decisions.started)).toEqual(['Y']);
      },
    );
  });

  describe('a rule that cannot be used', () => {
    it.each([
      ['CLOCK_LENGTH_INVALID', { length: '=params.MISSING' }],
      ['CLOCK_LENGTH_INVALID', { length: -1 }],
      ['CLOCK_LENGTH_INVALID', { length: 1.5 }],
      ['CLOCK_OWNER_MISSING', { owner: '=case.nobody' }],
      ['FEEL_SYNTAX', { length: '=1 +' }],
    ])('is the problem %s, and the other rules go on', (code, wrong) => {
      const decisions = decideClocks(anInput('BEGIN', '2026-05-11 08:20', { rules: [aRule('X', wrong), aRule('Y')] }));
      expect(decisions.problems).toMatchObject([{ ruleId: 'X', code }]);
      expect(decisions.problems[0]?.vi).not.toBe('');
      expect(idsOf(decisions.started)).toEqual(['Y']);
    });

    it('with an unreadable stop is a problem too', () => {
      const rules = [aRule('X', { stop: [{ event: 'END', when: '=(' }] })];
      const input = anInput('END', '2026-05-12 08:00', { rules, openClocks: [anOpenClock('X')] });
      expect(decideClocks(input)).toMatchObject({ stopped: [], problems: [{ ruleId: 'X', code: 'FEEL_SYNTAX' }] });
    });
  });

  it('shows conditions the clocks as the event met them, and when events last happened', () => {
    const when = '=(some c in clocks.open satisfies c.ruleId = "OLD") and clocks.eventTimes.EARLIER != null';
    const rules = [
      aRule('OLD', { start: [], supersede: [{ event: 'BEGIN' }] }),
      aRule('NEW', { start: [{ event: 'BEGIN', anchor: 'event', when }] }),
    ];
    const input = anInput('BEGIN', '2026-05-12 08:00', { rules, openClocks: [anOpenClock('OLD')] });
    expect(idsOf(decideClocks({ ...input, eventTimes: { EARLIER: at('2026-05-11 08:00') } }).started)).toEqual(['NEW']);
    expect(decideClocks(input).started).toEqual([]);
  });

  it('reads the event of the context beside its own, which wins', () => {
    const rules = [aRule('X', { length: '=event.data.length', owner: '=event.actor' })];
    const input = anInput('BEGIN', '2026-05-11 08:20', { rules });
    const context = { ...input.context, event: { code: 'STALE', actor: 'A', data: { length: 9, more: true } } };
    const started = (data: Record<string, unknown>) =>
      decideClocks({ ...input, context, event: { ...input.event, data } }).started;
    expect(started({})).toMatchObject([{ owner: 'A', length: 9 }]);
    expect(started({ length: 4 })).toMatchObject([{ owner: 'A', length: 4 }]);
  });

  it('takes now() in a rule from the event, not from the machine', () => {
    const when = '=today() = date("2020-02-03")';
    const rules = [aRule('X', { start: [{ event: 'BEGIN', anchor: 'event', when }] })];
    expect(decideClocks(anInput('BEGIN', '2020-02-03 00:30', { rules })).started).toHaveLength(1);
  });

  it('changes nothing that it was given', () => {
    const input = anInput('BEGIN', '2026-05-11 08:20', { rules: [aRule('X')], openClocks: [anOpenClock('Y')] });
    const before = structuredClone(input);
    decideClocks(input);
    expect(input).toEqual(before);
  });
});
