// Owns what the forms of a scenario offer: everything that a step may name, in words, with the forms that staff would see.
import type { FormSchema } from '../../../shared/contracts';
import type { ScenarioChoices } from '../../../shared/trials-contract';
import type { KnownGroup } from '../drafts/known-group';
import { callingSteps } from '../packages/calling-steps';
import { mapModels } from '../packages/model-map';
import type { ReadPackage } from '../packages/read-package';

export function scenarioChoices(read: ReadPackage, groups: readonly KnownGroup[]): ScenarioChoices {
  const { manifest, events, forms } = read;
  const map = mapModels(read);
  const form = (name: string | null | undefined) => ((name && forms.get(name)) ?? null) as FormSchema | null;
  const isStart = (code: string) => manifest.starts.some((start) => start.event === code);
  const coded = (words: Record<string, { vi: string; en: string }> | undefined) =>
    Object.entries(words ?? {}).map(([code, title]) => ({ code, title }));
  const tasks = [...map.elements.values()].filter((one) => one.type === 'UserTask');
  return {
    starts: manifest.starts.map((start) => ({ event: start.event, title: start.title, form: form(start.form) })),
    events: events
      .filter((event) => !isStart(event.code) || event.by.some((source) => source.kind !== 'start'))
      .map((event) => ({ code: event.code, title: event.title, form: form(event.form) })),
    tasks: tasks.map(({ id }) => ({
      element: id,
      title: manifest.elements[id]?.title ?? { vi: map.words(id), en: map.words(id) },
      form: form(manifest.elements[id]?.form),
    })),
    states: coded(manifest.states),
    outcomes: coded(manifest.outcomes),
    clocks: manifest.clockRules.map((rule) => ({ rule: rule.id, title: rule.title })),
    groups: groups.map(({ id, title }) => ({ id, title })),
    elements: [...map.elements.values()]
      .filter((one) => !one.isFlow)
      .map((one) => ({ id: one.id, name: map.words(one.id) })),
    httpSteps: callingSteps(read).map(({ element, name, task }) => ({ element, title: name, results: task.result })),
  };
}
