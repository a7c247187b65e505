// Owns the drawing as scenarios and their judge need it: every element and flow of the package's models by id, with its
// words, and where a way splits. Pure.
import { elementOf, extensionOf, flowElementsOf, isA, processesOf, textOf } from './model-elements';
import type { ReadPackage } from './read-package';
import type { LocalText } from './types';

export interface MappedElement {
  id: string;
  name: string;
  type: string;
  file: string;
  process: string;
  isFlow: boolean;
  /** Of a flow. */
  from: string | null;
  to: string | null;
  condition: string | null;
  isDefault: boolean;
  /** The decision that a business rule task asks. */
  decision: string | null;
  /** What an event at the edge of a step hangs on; the scope that an event sub-process interrupts. */
  attachedTo: string | null;
  scope: string | null;
}

export interface ModelMap {
  elements: ReadonlyMap<string, MappedElement>;
  flows: readonly MappedElement[];
  words(id: string): string;
  /** A code of a state with its words. */
  stateWords(code: unknown): LocalText;
}

export function mapModels(read: ReadPackage): ModelMap {
  const elements = new Map<string, MappedElement>();
  for (const [file, model] of read.models) {
    if (model.kind !== 'bpmn') continue;
    for (const process of processesOf(model.definitions)) {
      for (const element of flowElementsOf(process))
        if (element.id) elements.set(element.id, mapped(element, file, String(process.id)));
    }
  }
  return {
    elements,
    flows: [...elements.values()].filter((one) => one.isFlow),
    words: (id) => elements.get(id)?.name || read.manifest.elements[id]?.title.vi || id,
    stateWords(code) {
      const title = read.manifest.states?.[String(code)];
      return { vi: title ? `"${title.vi}"` : String(code), en: title ? `"${title.en}"` : String(code) };
    },
  };
}

function mapped(element: ModdleElement, file: string, process: string): MappedElement {
  const isFlow = isA(element, 'bpmn:SequenceFlow');
  const source = isFlow ? elementOf(element, 'sourceRef') : null;
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const scope = element.$parent as ModdleElement | undefined;
  return {
    id: String(element.id),
    name: (textOf(element, 'name') ?? '').replace(/\s+/g, ' ').trim(),
    type: element.$type.replace('bpmn:', ''),
    file,
    process,
    isFlow,
    from: source?.id ?? null,
    to: isFlow ? (elementOf(element, 'targetRef')?.id ?? null) : null,
    condition: textOf(elementOf(element, 'conditionExpression'), 'body'),
    isDefault: source !== null && elementOf(source, 'default')?.id === element.id,
    decision: textOf(called, 'decisionId'),
    attachedTo: elementOf(element, 'attachedToRef')?.id ?? null,
    scope: scope && isA(scope, 'bpmn:SubProcess') ? String(scope.id) : null,
  };
}
