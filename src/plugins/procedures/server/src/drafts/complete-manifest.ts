// Owns what the manifest learns from a drawing: words, form, terms and second person of each user task, the groups that
// may do it, the documents offered after it, and the variables that it gives to the paths behind it.
import type { EventDefinition, LocalText, Manifest, VariableDefinition } from '../packages/types';
import { completeGroups } from './complete-groups';
import type { DrawnStep } from './drawn-steps';
import type { KnownGroup } from './known-group';
import { variableField } from './variable-field';

interface Around {
  groups: readonly KnownGroup[];
  /** Already completed. */
  events: readonly EventDefinition[];
  files: ReadonlyMap<string, Buffer>;
  /** Names in the drawing that is in force, by element. */
  before: ReadonlyMap<string, string>;
}

export function completeManifest(manifest: Manifest, steps: readonly DrawnStep[], around: Around): void {
  const tasks = steps.filter((step) => step.isTask);
  for (const id of Object.keys(manifest.elements)) {
    if (!tasks.some((task) => task.id === id)) delete manifest.elements[id];
  }
  for (const task of tasks) {
    completeElement(manifest, task, around.before);
    completeGroups(manifest, task.groups, around.groups);
  }
  for (const step of steps) {
    completeDocuments(manifest, step, around.events);
    completeVariables(manifest, step, around.files);
  }
}

function completeElement(manifest: Manifest, task: DrawnStep, before: ReadonlyMap<string, string>): void {
  const known = manifest.elements[task.id];
  const form = task.form ?? known?.form;
  if (!form) return;
  manifest.elements[task.id] = {
    ...known,
    form,
    title: titleOf(task, known?.title, before.get(task.id)),
    clocks: task.clocks ?? known?.clocks ?? [],
    differentFrom: task.differentFrom === null ? (known?.differentFrom ?? null) : task.differentFrom || null,
  };
}

/**
 * Words on a drawing are short: a title that says more stays until the step is renamed there. The drawing is in Vietnamese:
 * the English words stay if they were words of its own.
 */
function titleOf({ id, name }: DrawnStep, known: LocalText | undefined, before: string | undefined): LocalText {
  if (!known) return { vi: name || id, en: name || id };
  if (!name || name === known.vi || name === before) return known;
  return { vi: name, en: known.en === known.vi ? name : known.en };
}

/** A document that is offered at any time stays so. */
function completeDocuments(manifest: Manifest, step: DrawnStep, events: readonly EventDefinition[]): void {
  const code = events.find((event) => isOf(event, step))?.code;
  if (!step.documents || !code) return;
  for (const document of manifest.documents ?? []) {
    const offeredAfter = document.offered?.events;
    if (!offeredAfter) continue;
    const isChosen = step.documents.includes(document.id);
    if (isChosen === offeredAfter.includes(code)) continue;
    const others = offeredAfter.filter((one) => one !== code);
    document.offered = { ...document.offered, events: isChosen ? [...others, code] : others };
  }
}

const isOf = (event: EventDefinition, step: DrawnStep): boolean =>
  event.by.some((source) =>
    step.isTask
      ? source.kind === 'task' && source.element === step.id
      : source.kind === 'message' && source.message === step.message,
  );

/** Only answers that are a choice, a number or yes and no may cross to the engine: never what somebody typed. */
function completeVariables(manifest: Manifest, step: DrawnStep, files: ReadonlyMap<string, Buffer>): void {
  const form = step.form ?? manifest.elements[step.id]?.form;
  for (const given of variablesOf(step)) {
    const field = form ? variableField(files.get(`${form}.form`), given.from) : null;
    if (!field || manifest.variables.some((one) => one.name === given.name)) continue;
    manifest.variables.push({
      name: given.name,
      type: field.type,
      from: given.from,
      title: { vi: field.label, en: field.label },
    });
  }
}

function variablesOf(step: DrawnStep): Pick<VariableDefinition, 'name' | 'from'>[] {
  if (!step.variables) return [];
  try {
    const given: unknown = JSON.parse(step.variables);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
    return Object.entries(given).flatMap(([name, from]) =>
      typeof from === 'string' && /^[a-z_][A-Za-z0-9_]*$/i.test(name) ? [{ name, from }] : [],
    );
  } catch {
    return [];
  }
}
