// Owns the sentences of verdicts: what was expected, what is, and where the case stands. Pure.
import type { TrialObservation } from '../../../../shared/trials-contract';
import type { ModelMap } from '../../packages/model-map';
import type { LocalText } from '../../packages/types';

/** Where the case stands, in the words of the drawing. */
export function standing(map: ModelMap, seen: Pick<TrialObservation, 'active' | 'life'>): LocalText {
  const steps = seen.active.filter((id) => !/SubProcess$/.test(map.elements.get(id)?.type ?? ''));
  const where = steps.map((id) => `"${map.words(id)}"`).join(', ');
  if (where) return { vi: `Hồ sơ đang ở ${where}.`, en: `The case stands at ${where}.` };
  return { vi: 'Quy trình của hồ sơ đã kết thúc.', en: 'The process of the case has ended.' };
}

export function told(
  step: number,
  title: LocalText,
  expected: string,
  actual: string,
  ok = expected === actual,
): LocalText {
  return ok
    ? { vi: `Bước ${step}: ${title.vi} là ${expected}.`, en: `Step ${step}: ${title.en} is ${expected}.` }
    : {
        vi: `Bước ${step}: cần ${title.vi} ${expected}, nhưng là ${actual}.`,
        en: `Step ${step}: expected ${title.en} ${expected}, but it is ${actual}.`,
      };
}

export const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(', ') || '–'
    : value === null
      ? '–'
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
