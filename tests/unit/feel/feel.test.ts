import { checkFeel } from '../../../src/plugins/procedures/server/src/feel/check-feel';
import { evaluateFeel } from '../../../src/plugins/procedures/server/src/feel/evaluate-feel';
import { conditionHolds, isFeel, resolveFeel } from '../../../src/plugins/procedures/server/src/feel/resolve-feel';
import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';

describe('evaluateFeel', () => {
  it.each([
    ['1 + 2', {}, 3],
    ['case.handlingUnit', { case: { handlingUnit: 'A' } }, 'A'],
    ['list contains(facts.c.clocks, "X")', { facts: { c: { clocks: ['X'] } } }, true],
    ['event.code in ["A", "B"]', { event: { code: 'B' } }, true],
    ['some c in clocks.open satisfies c.rule = "X"', { clocks: { open: [{ rule: 'X' }] } }, true],
    ['[1..3]', {}, { start: 1, end: 3, 'start included': true, 'end included': true }],
  ])('evaluates %s', (expression, context, value) => {
    expect(evaluateFeel(expression, context).value).toEqual(value);
  });

  it('turns temporal values into ISO text, also inside lists and contexts', () => {
    expect(evaluateFeel('date("2026-01-31") + duration("P1M")', {}).value).toBe('2026-02-28');
    expect(evaluateFeel('{a: [date and time("2026-01-02T08:00:00+07:00")], b: duration("PT90M")}', {}).value).toEqual({
      a: ['2026-01-02T08:00:00+07:00'],
      b: 'PT1H30M',
    });
    expect(evaluateFeel('date and time("2026-01-02T08:00:00@Asia/Ho_Chi_Minh")', {}).value).toBe(
      '2026-01-02T08:00:00+07:00',
    );
  });

  it('reads a Date of the context as an instant', () => {
    const context = { at: new Date('2026-01-02T01:00:00Z') };
    expect(evaluateFeel('date and time(at) > date and time("2026-01-01T00:00:00Z")', context).value).toBe(true);
  });

  it('answers null with a warning for a missing name, and never throws on a null', () => {
    const { value, warnings } = evaluateFeel('list contains(facts.consequences.clocks, "R02")', { facts: {} });
    expect(value).toBeNull();
    expect(warnings[0]).toContain('consequences');
    expect(evaluateFeel('record.a.b.c + 1', { record: null }).value).toBeNull();
    expect(evaluateFeel('some x in null satisfies x = 1', {}).value).toBeNull();
  });

  it('takes now() and today() from the instant that it is given', () => {
    const now = { instant: new Date('2026-05-11T18:20:00Z'), timeZone: 'Asia/Ho_Chi_Minh' };
    expect(evaluateFeel('now()', {}, now).value).toBe('2026-05-12T01:20:00+07:00');
    expect(evaluateFeel('today()', {}, now).value).toBe('2026-05-12');
  });

  it('has no plain form for a function', () => {
    expect(evaluateFeel('function(x) x + 1', {}).value).toBeNull();
  });

  it.each(['1 +', '', ')'])('refuses text that is not FEEL: "%s"', (expression) => {
    const act = () => evaluateFeel(expression, {});
    expect(act).toThrow(ProblemError);
    expect(act).toThrow(expect.objectContaining({ code: 'FEEL_SYNTAX', vi: expect.stringContaining('sai cú pháp') }));
  });
});

describe('resolveFeel', () => {
  it('evaluates only what begins with an equals sign', () => {
    expect(resolveFeel('=1 + 1', {})).toBe(2);
    expect(resolveFeel('1 + 1', {})).toBe('1 + 1');
    expect(resolveFeel(24, {})).toBe(24);
    expect(resolveFeel(null, {})).toBeNull();
    expect(isFeel('=x')).toBe(true);
    expect(isFeel(7)).toBe(false);
  });

  it('takes an absent condition as yes, and anything that is not true as no', () => {
    expect(conditionHolds(undefined, {})).toBe(true);
    expect(conditionHolds('=record.urgent', { record: { urgent: true } })).toBe(true);
    expect(conditionHolds('=record.urgent', { record: {} })).toBe(false);
    expect(conditionHolds('=1', {})).toBe(false);
  });
});

describe('checkFeel', () => {
  it('finds a syntax error and passes everything else', () => {
    expect(checkFeel('=a +')).toMatchObject({ code: 'FEEL_SYNTAX' });
    expect(checkFeel('=a + b')).toBeNull();
    expect(checkFeel('a +')).toBeNull();
  });
});
