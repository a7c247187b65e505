// Owns walking through a model and asking an element simple questions. Reads only.

const asList = (value: unknown): ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : []);

/** Children under a list property, e.g. `flowElements`; empty when there are none. */
export const listOf = (element: ModdleElement, property: string): ModdleElement[] => asList(element[property]);

/** The element that a single-valued property holds or refers to. */
export const elementOf = (element: ModdleElement, property: string): ModdleElement | null => {
  const value = element[property];
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleElement) : null;
};

export const textOf = (element: ModdleElement | null | undefined, property: string): string | null => {
  const value = element?.[property];
  return typeof value === 'string' ? value : null;
};

export const isA = (element: ModdleElement | null | undefined, type: string): boolean =>
  element?.$instanceOf?.(type) ?? element?.$type === type;

export const rootElements = (definitions: ModdleElement, type: string): ModdleElement[] =>
  listOf(definitions, 'rootElements').filter((element) => isA(element, type));

export const processesOf = (definitions: ModdleElement): ModdleElement[] => rootElements(definitions, 'bpmn:Process');

/** Every flow element of a scope and of the sub-processes in it, outermost first. */
export function flowElementsOf(scope: ModdleElement): ModdleElement[] {
  return listOf(scope, 'flowElements').flatMap((element) => [element, ...flowElementsOf(element)]);
}

export const allFlowElements = (definitions: ModdleElement): ModdleElement[] =>
  processesOf(definitions).flatMap(flowElementsOf);

/** The process that the element stands in, itself if it is one. */
export function processOf(element: ModdleElement): ModdleElement | null {
  let current: ModdleElement | undefined = element;
  while (current && current.$type !== 'bpmn:Process') current = current.$parent;
  return current ?? null;
}

export const eventDefinitionsOf = (element: ModdleElement): ModdleElement[] => listOf(element, 'eventDefinitions');

/** Extension elements of one type, e.g. `zeebe:CalledElement`. */
export function extensionsOf(element: ModdleElement, type: string): ModdleElement[] {
  const container = elementOf(element, 'extensionElements');
  return container ? listOf(container, 'values').filter((value) => value.$type === type) : [];
}

export const extensionOf = (element: ModdleElement, type: string): ModdleElement | null =>
  extensionsOf(element, type)[0] ?? null;

/** True when the process has a start event that the engine itself waits for: a message, a timer, a signal. */
export function startsByItself(process: ModdleElement): boolean {
  return listOf(process, 'flowElements').some(
    (element) => element.$type === 'bpmn:StartEvent' && eventDefinitionsOf(element).length > 0,
  );
}

/** Every model element that hangs below another one by containment, itself first. References are not followed. */
export function* descendantsOf(element: ModdleElement): Generator<ModdleElement> {
  yield* containedIn(element, () => false);
}

/** The same, without what `leaves` says and all that hangs below it. */
export function* containedIn(
  element: ModdleElement,
  leaves: (element: ModdleElement) => boolean,
): Generator<ModdleElement> {
  if (leaves(element)) return;
  yield element;
  for (const [key, value] of Object.entries(element)) {
    if (key.startsWith('$')) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isModelElement(child) && child.$parent === element) yield* containedIn(child, leaves);
    }
  }
}

const isModelElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
