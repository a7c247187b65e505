import { heatOf } from '../../../src/plugins/procedures/admin/src/pages/operations/heat/heatOf';
import { choicesOf, filterCases } from '../../../src/plugins/procedures/admin/src/pages/packages/moving/filterCases';
import type { MovableCase } from '../../../src/plugins/procedures/shared/moving-contract';
import type { HeatElement } from '../../../src/plugins/procedures/shared/operations-contract';

describe('heat on the drawing', () => {
  const element = (elementId: string, count: number): HeatElement => ({
    ...{ elementId, title: elementId, count, medianMinutes: count * 2, slowMinutes: 0, overdue: 0 },
  });

  it('goes from the least to the most by factors, and leaves out what has nothing', () => {
    const heat = heatOf([element('a', 1), element('b', 10), element('c', 100), element('d', 0)], 'count');
    expect(heat).toMatchObject({ least: 1, most: 100 });
    expect(heat.elements.map((one) => [one.id, one.level])).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 5],
    ]);
  });

  it('is the strongest where all are alike, and empty where nothing was done', () => {
    expect(heatOf([element('a', 7), element('b', 7)], 'count').elements.map((one) => one.level)).toEqual([5, 5]);
    expect(heatOf([element('a', 0)], 'overdue')).toEqual({ least: 0, most: 0, elements: [] });
  });

  it('shows times as well as counts', () => {
    expect(heatOf([element('a', 3)], 'medianMinutes').elements[0]?.value).toBe(6);
  });
});

describe('the cases of a dry run', () => {
  const one = (id: string, movable: boolean, unit: string, step: string) =>
    ({ id, movable, unit, steps: [{ elementId: step, title: step }] }) as unknown as MovableCase;
  const cases = [one('1', true, 'A', 'x'), one('2', false, 'A', 'y'), one('3', true, 'B', 'x')];
  const ids = (show: string, unit = '', step = '') => filterCases(cases, show, unit, step).map((each) => each.id);

  it('are narrowed by result, unit and step; an unknown word narrows nothing', () => {
    expect([ids(''), ids('all'), ids('khác')]).toEqual(Array(3).fill(['1', '2', '3']));
    expect([ids('can'), ids('cannot'), ids('', 'B'), ids('can', 'A', 'x'), ids('', '', 'z')]).toEqual([
      ['1', '3'],
      ['2'],
      ['3'],
      ['1'],
      [],
    ]);
  });

  it('offer each choice once, in the order of its words', () => {
    expect(
      choicesOf([
        ['b', 'Bê'],
        ['a', 'A'],
        ['b', 'Bê'],
      ]),
    ).toEqual([
      ['a', 'A'],
      ['b', 'Bê'],
    ]);
  });
});
