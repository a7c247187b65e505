// Owns the comparing of open tasks: all that are open are named, no more and no fewer, and of a task that says so who may
// do it and when it is due. Pure.
import type { ExpectedTask, TrialObservation, TrialVerdict } from '../../../../shared/trials-contract';
import type { ModelMap } from '../../packages/model-map';
import { explainMiss } from './explain-miss';
import { shown, standing, told } from './verdict-words';

export function judgeTasks(
  map: ModelMap,
  step: number,
  expected: readonly ExpectedTask[],
  seen: TrialObservation,
): TrialVerdict[] {
  const wanted = expected.map((task) => (typeof task === 'string' ? { element: task } : task));
  const open = seen.tasks.map((task) => task.element);
  const counts = (names: readonly string[], name: string) => names.filter((one) => one === name).length;
  const wantedNames = wanted.map((task) => task.element);
  const missing = [...new Set(wantedNames)].filter((name) => counts(wantedNames, name) > counts(open, name));
  const extra = [...new Set(open)].filter((name) => counts(open, name) > counts(wantedNames, name));
  const words = (names: readonly string[]) => names.map((name) => `"${map.words(name)}"`).join(', ') || '–';
  const base = { what: 'tasks', expected: wantedNames.sort(), actual: open } as const;
  if (missing.length + extra.length === 0) {
    const fine = { vi: `Bước ${step}: đang mở ${words(open)}.`, en: `Step ${step}: open are ${words(open)}.` };
    return [{ ...base, ...fine, ok: true, element: null, why: null }, ...particulars(map, step, wanted, seen)];
  }
  const verdicts: TrialVerdict[] = missing.map((element) => ({
    ...base,
    ok: false,
    element,
    vi: `Bước ${step}: cần mở việc "${map.words(element)}", nhưng đang mở ${words(open)}.`,
    en: `Step ${step}: expected task "${map.words(element)}" to be open, but open are ${words(open)}.`,
    why: explainMiss(map, element, seen) ?? standing(map, seen),
  }));
  for (const element of extra)
    verdicts.push({
      ...base,
      ok: false,
      element,
      vi: `Bước ${step}: không cần việc "${map.words(element)}", nhưng việc này đang mở.`,
      en: `Step ${step}: expected no task "${map.words(element)}", but it is open.`,
      why: null,
    });
  return [...verdicts, ...particulars(map, step, wanted, seen)];
}

function particulars(
  map: ModelMap,
  step: number,
  wanted: readonly Exclude<ExpectedTask, string>[],
  seen: TrialObservation,
): TrialVerdict[] {
  return wanted.flatMap(({ element, candidates, due }) => {
    const task = seen.tasks.find((one) => one.element === element);
    if (!task) return [];
    const name = map.words(element);
    const found: TrialVerdict[] = [];
    if (candidates) {
      const [all, actual] = [[...candidates].sort(), [...task.candidates].sort()];
      found.push({
        ok: all.join() === actual.join(),
        what: 'tasks',
        expected: all,
        actual,
        element,
        why: null,
        ...told(step, { vi: `người làm "${name}"`, en: `whoever does "${name}"` }, shown(all), shown(actual)),
      });
    }
    if (due) {
      const actual = task.due;
      const ok = actual !== null && new Date(due).getTime() === new Date(actual).getTime();
      found.push({
        ok,
        what: 'tasks',
        expected: due,
        actual,
        element,
        why: null,
        ...told(step, { vi: `hạn của "${name}"`, en: `when "${name}" is due` }, due, ok ? due : shown(actual)),
      });
    }
    return found;
  });
}
