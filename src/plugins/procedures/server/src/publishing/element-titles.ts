// Owns the words of model elements: what a task is called comes from the model that the administrator drew.
import type { ReadPackage } from '../packages/read-package';

interface NamedElement {
  $type: string;
  id?: string;
  name?: string;
  flowElements?: NamedElement[];
  rootElements?: NamedElement[];
}

/** Names by element id over all models, and the file that holds the main process. */
export function elementTitles(read: ReadPackage): { words: Map<string, string>; mainModel: string } {
  const words = new Map<string, string>();
  let mainModel = '';
  for (const [path, model] of read.models) {
    const definitions = model.definitions as unknown as NamedElement;
    for (const root of definitions.rootElements ?? []) {
      if (root.$type === 'bpmn:Process' && root.id === read.manifest.process) mainModel = path;
      collect(root, words);
    }
  }
  return { words, mainModel };
}

function collect(element: NamedElement, words: Map<string, string>): void {
  if (element.id && element.name) words.set(element.id, element.name);
  for (const inner of element.flowElements ?? []) collect(inner, words);
}
