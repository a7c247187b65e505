import type { MovableCase } from '../../../../../shared/moving-contract';

/** Cases by the filters of the address; an unknown value filters nothing. */
export function filterCases(cases: MovableCase[], show: string, unit: string, step: string): MovableCase[] {
  return cases.filter(
    (one) =>
      (show === 'can' ? one.movable : show === 'cannot' ? !one.movable : true) &&
      (unit === '' || one.unit === unit) &&
      (step === '' || one.steps.some((each) => each.elementId === step)),
  );
}

/** Value and words, each once, in the order of words. */
export function choicesOf(pairs: [string, string][]): [string, string][] {
  return [...new Map(pairs)].sort((a, b) => a[1].localeCompare(b[1], 'vi'));
}
