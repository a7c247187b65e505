/** The names of a decision for the cells of dmn-js, which asks for them through a service. */
import type { EditorName } from '../modeler/expressions/editorNames';

interface Drawn {
  id?: string;
  $type?: string;
  $parent?: Drawn;
  businessObject?: Drawn;
}
interface Resolver {
  registerProvider(provider: { getVariables(known: EditorName[], element: Drawn): EditorName[] }): void;
}

/**
 * The same list each time, filled when the names are there: a cell keeps what it was given and looks at it when it is
 * opened. Until then it holds what dmn-js finds by itself, which is less, and without words.
 */
export type NamesOf = (decision: string, known: EditorName[]) => EditorName[];

export function namesModule(namesOf: NamesOf) {
  function Names(resolver: Resolver) {
    resolver.registerProvider({ getVariables: (known, element) => namesOf(decisionOf(element), known) });
  }
  Names.$inject = ['variableResolver'];
  return { __init__: ['procedureNames'], procedureNames: ['type', Names] };
}

export function decisionOf(element: Drawn): string {
  let one: Drawn | undefined = element.businessObject ?? element;
  while (one && one.$type !== 'dmn:Decision') one = one.$parent;
  return one?.id ?? '';
}
