import { evaluateFeel } from '../../../src/plugins/procedures/server/src/feel/evaluate-feel';
import { narrowContext, valueOfPath } from '../../../src/plugins/procedures/server/src/feel/narrow-context';

const context = {
  record: { kind: 'A', other: 1, persons: [{ name: 'x' }], 'with blank': 2 },
  facts: { proposal: { kind: 'B' } },
  params: { LIMIT: 3 },
};

describe('what an expression is given', () => {
  it('is only what it names, where it only steps into a context', () => {
    expect(narrowContext('record.kind = "A"', context)).toEqual({ record: { kind: 'A', 'with blank': 2 } });
  });

  it('is a whole context where it takes one as a whole', () => {
    expect(narrowContext('count(get entries(record))', context)).toEqual({ record: context.record });
    expect(narrowContext('get value(record, "ki" + "nd")', context)).toEqual({ record: context.record });
    expect(narrowContext('record[item.kind = "A"]', context)).toEqual({ record: context.record });
  });

  it.each([
    'record.kind',
    'record.persons.name',
    'record.missing',
    'record.persons[1].name',
    'if record.kind = "A" then params.LIMIT else null',
    'get value(record, "kind")',
    'facts.proposal.kind',
    'record.with blank + 1',
    'for name in ["kind"] return get value(record, name)',
  ])('gives %s the value that the whole context gives', (expression) => {
    const whole = { ...context, copy: null };
    // A name of every attribute in the text keeps the whole context.
    const all = `[${expression}, record, facts, params][1]`;
    expect(evaluateFeel(expression, whole).value).toEqual(evaluateFeel(all, whole).value);
  });

  it('is nothing for a plain path, whose value is taken as it is', () => {
    expect(valueOfPath('record.kind', context)).toBe('A');
    expect(valueOfPath('record.persons.name', context)).toBeUndefined();
    expect(valueOfPath('record.kind.length', context)).toBeUndefined();
    expect(valueOfPath('record.missing', context)).toBeUndefined();
    expect(valueOfPath('record', context)).toBeUndefined();
  });
});
