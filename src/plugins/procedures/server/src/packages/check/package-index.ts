// Owns the names that a package's parts use for each other, gathered once for all rules.
import {
  allFlowElements,
  elementOf,
  eventDefinitionsOf,
  isA,
  listOf,
  processesOf,
  processOf,
  textOf,
} from '../model-elements';
import type { Model } from '../model-xml';
import type { ReadPackage } from '../read-package';

export interface FoundElement {
  element: ModdleElement;
  id: string;
  file: string;
  process: string;
}

export interface MessageUse extends FoundElement {
  message: string;
  /** The message starts a process, rather than reaching a running instance. */
  starts: boolean;
}

export interface PackageIndex {
  pkg: ReadPackage;
  bpmn: Model[];
  dmn: Model[];
  elements: FoundElement[];
  userTasks: FoundElement[];
  messages: MessageUse[];
  processes: { id: string; file: string; element: ModdleElement }[];
  decisions: { id: string; file: string; element: ModdleElement }[];
  eventCodes: Set<string>;
  groups: Set<string>;
}

export function indexPackage(pkg: ReadPackage): PackageIndex {
  const models = [...pkg.models.values()];
  const bpmn = models.filter((model) => model.kind === 'bpmn');
  const dmn = models.filter((model) => model.kind === 'dmn');
  const elements = bpmn.flatMap((model) =>
    allFlowElements(model.definitions).map((element) => ({
      element,
      id: element.id ?? '',
      file: model.path,
      process: processOf(element)?.id ?? '',
    })),
  );
  return {
    pkg,
    bpmn,
    dmn,
    elements,
    userTasks: elements.filter(({ element }) => element.$type === 'bpmn:UserTask'),
    messages: elements.flatMap(messageUsesOf),
    processes: bpmn.flatMap((model) =>
      processesOf(model.definitions).map((element) => ({ id: element.id ?? '', file: model.path, element })),
    ),
    decisions: dmn.flatMap((model) =>
      listOf(model.definitions, 'drgElement')
        .filter((element) => isA(element, 'dmn:Decision'))
        .map((element) => ({ id: element.id ?? '', file: model.path, element })),
    ),
    eventCodes: new Set(pkg.events.map((event) => event.code)),
    groups: new Set(pkg.manifest.candidateGroups.map((group) => group.id)),
  };
}

function messageUsesOf(found: FoundElement): MessageUse[] {
  const { element } = found;
  if (isA(element, 'bpmn:ThrowEvent') || element.$type === 'bpmn:SendTask') return [];
  const starts = element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process');
  return [element, ...eventDefinitionsOf(element)].flatMap((holder) => {
    const name = textOf(elementOf(holder, 'messageRef'), 'name');
    return name ? [{ ...found, message: name, starts }] : [];
  });
}
