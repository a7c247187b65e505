// Owns which forms were filled in on the way to an element, and so which fields somebody has been asked.

import { elementOf, eventDefinitionsOf, textOf } from '../packages/model-elements';
import { everyField } from '../packages/option-words';
import type { ReadPackage } from '../packages/read-package';

export interface AskedFields {
  /** Steps on the way whose form has the field, e.g. `record.kind`. */
  stepsAsking(field: string): { id: string; title: string }[];
  /** Steps on the way whose act asks a decision and keeps the result under this name. */
  stepsDeciding(fact: string): { id: string; title: string }[];
  /** It may be entered at any time, or is set by what happens. */
  isSetElsewhere(field: string): boolean;
}

export function askedOnWay(read: ReadPackage, way: ReadonlySet<ModdleElement>): AskedFields {
  const keys = new Map([...read.forms].map(([name, form]) => [name, keysOf(form.components)]));
  const steps = [...way].flatMap((element) => {
    const form = element.id ? formOf(read, element) : null;
    return form ? [{ id: element.id as string, title: titleOf(read, element), keys: keys.get(form) ?? new Set() }] : [];
  });
  const anyTime = read.events.filter((event) => event.by.some(({ kind }) => kind === 'record' || kind === 'scheduler'));
  const asks = (form: string | null | undefined, field: string) => keys.get(form ?? '')?.has(field) === true;
  return {
    stepsAsking: (field) => steps.filter((step) => step.keys.has(field)).map(({ id, title }) => ({ id, title })),
    stepsDeciding: (fact) =>
      [...way]
        .filter((element) => decides(read, element.id ?? '', fact))
        .map((element) => ({ id: element.id as string, title: titleOf(read, element) })),
    isSetElsewhere: (field) =>
      read.events.some((event) => event.set?.[field] !== undefined) || anyTime.some(({ form }) => asks(form, field)),
  };
}

export const titleOf = (read: ReadPackage, element: ModdleElement): string =>
  textOf(element, 'name') || read.manifest.elements[element.id ?? '']?.title.vi || element.id || '';

const decides = (read: ReadPackage, element: string, fact: string): boolean =>
  read.events.some(
    ({ by, decisions }) =>
      by.some((one) => one.kind === 'task' && one.element === element) && decisions?.some((one) => one.as === fact),
  );

/** Of a task; of a start or a wait for a message: the form of what is reported by it. */
function formOf(read: ReadPackage, element: ModdleElement): string | null {
  const task = read.manifest.elements[element.id ?? ''];
  if (task) return task.form;
  const message = [element, ...eventDefinitionsOf(element)]
    .map((one) => textOf(elementOf(one, 'messageRef'), 'name'))
    .find((name) => name !== null);
  if (!message) return null;
  const start = read.manifest.starts.find((one) => one.message === message);
  if (start) return start.form;
  return (
    read.events.find(({ by }) => by.some((one) => one.kind === 'message' && one.message === message))?.form ?? null
  );
}

function keysOf(components: Parameters<typeof everyField>[0]): Set<string> {
  const fields = everyField(components);
  return new Set(
    fields.flatMap(({ key, path }) => [key, path].filter((one): one is string => typeof one === 'string')),
  );
}
