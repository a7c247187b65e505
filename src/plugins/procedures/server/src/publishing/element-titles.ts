// Owns what the platform takes from the drawing of a model: the words of its elements, and which clocks a wait for a
// clock's stage is meant for (the property `clocks` of the waiting event).
import type { ReadPackage } from '../packages/read-package';

interface NamedElement {
  $type: string;
  id?: string;
  name?: string;
  extensionElements?: { values?: { $type: string; properties?: { name?: string; value?: string }[] }[] };
  flowElements?: NamedElement[];
  rootElements?: NamedElement[];
}

export interface DrawnElements {
  /** Names by element id over all models. */
  words: Map<string, string>;
  /** Rule ids or codes by the id of the event that waits for their stages; an event without the property waits for all. */
  clockBindings: Map<string, string[]>;
  /** The file that holds the main process. */
  mainModel: string;
}

export function elementTitles(read: ReadPackage): DrawnElements {
  const words = new Map<string, string>();
  const clockBindings = new Map<string, string[]>();
  let mainModel = '';
  for (const [path, model] of read.models) {
    const definitions = model.definitions as unknown as NamedElement;
    for (const root of definitions.rootElements ?? []) {
      if (root.$type === 'bpmn:Process' && root.id === read.manifest.process) mainModel = path;
      collect(root, words, clockBindings);
    }
  }
  return { words, clockBindings, mainModel };
}

function collect(element: NamedElement, words: Map<string, string>, clockBindings: Map<string, string[]>): void {
  if (element.id && element.name) words.set(element.id, element.name);
  const clocks = boundClocks(element);
  if (element.id && clocks) clockBindings.set(element.id, clocks);
  for (const inner of element.flowElements ?? []) collect(inner, words, clockBindings);
}

function boundClocks(element: NamedElement): string[] | null {
  const properties = element.extensionElements?.values?.find((value) => value.$type === 'zeebe:Properties')?.properties;
  const text = properties?.find((property) => property.name === 'clocks')?.value;
  return text ? text.split(',').map((rule) => rule.trim()) : null;
}
