import { findGaps } from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/findGaps';

const table = (hitPolicy: string, types: string[], rules: string[][]) => ({
  decision: 'd',
  name: 'Bảng',
  hitPolicy,
  inputs: types.map((type, at) => ({ words: `cột ${at + 1}`, expression: `x${at}`, type })),
  rules,
});
const said = (...given: Parameters<typeof table>) =>
  findGaps(table(...given)).map(({ kind, rules, example }) => [kind, rules, example]);

describe('a decision table', () => {
  it('without a hole or an overlap has nothing said of it', () => {
    expect(said('UNIQUE', ['number'], [['< 10'], ['[10..20]'], ['> 20']])).toEqual([]);
    expect(
      said(
        'UNIQUE',
        ['boolean', 'string'],
        [
          ['true', '-'],
          ['false', '"a"'],
          ['false', 'not("a")'],
        ],
      ),
    ).toEqual([]);
  });

  it('has a hole where no row holds', () => {
    expect(said('UNIQUE', ['number'], [['< 10'], ['> 10']])).toEqual([['hole', [], 'cột 1 = 10']]);
    expect(said('FIRST', ['string'], [['"a"'], ['"b"']])).toEqual([['hole', [], 'cột 1 = (khác)']]);
  });

  it('has a hole between two ranges', () => {
    expect(said('UNIQUE', ['number'], [['<= 1'], ['>= 2']])).toEqual([['hole', [], 'cột 1 = 1.5']]);
  });

  it('has an overlap where two rows hold and only one may', () => {
    const rules = [['<= 10'], ['>= 10']];
    expect(said('UNIQUE', ['number'], rules)).toEqual([['overlap', [1, 2], 'cột 1 = 10']]);
    expect(said('FIRST', ['number'], rules)).toEqual([]);
  });

  it('that collects may be silent', () => expect(said('COLLECT', ['boolean'], [['true']])).toEqual([]));

  it('keeps a comma inside a text as it is', () => {
    expect(said('UNIQUE', ['string'], [['"a, b", "c"'], ['not("a, b", "c")']])).toEqual([]);
  });

  it('with a cell that cannot be read by itself has nothing said of it, rather than something wrong', () => {
    expect(said('UNIQUE', ['number'], [['< x + 1']])).toEqual([]);
    expect(said('UNIQUE', ['string'], [['list contains(a, "b")']])).toEqual([]);
  });

  it('with more combinations than can be tried has nothing said of it', () => {
    const rule = Array.from({ length: 20 }, () => 'true');
    expect(
      said(
        'UNIQUE',
        rule.map(() => 'boolean'),
        [rule],
      ),
    ).toEqual([]);
  });

  it('says at most five things', () => {
    const rules = Array.from({ length: 30 }, (_one, at) => [`"v${at}"`, 'true']);
    expect(said('UNIQUE', ['string', 'boolean'], rules)).toHaveLength(5);
  });
});
