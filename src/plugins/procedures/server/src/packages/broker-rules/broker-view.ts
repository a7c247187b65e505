// Owns how the broker (Zeebe 8.5.8) looks at a BPMN model: only executable processes count, and a flow is seen where
// its element lists it as incoming or outgoing.
import { elementOf, flowElementsOf, listOf, processesOf } from '../model-elements';
import type { Model } from '../model-xml';

export interface BrokerProblem {
  code: string;
  element: string | null;
  vi: string;
  en: string;
}

export interface BrokerView {
  model: Model;
  /** Executable processes. */
  processes: ModdleElement[];
  /** Their flow elements, sub-processes' included. */
  elements: ModdleElement[];
  /** Reports that the broker would refuse the element. */
  refuse(element: ModdleElement | null, code: string, vi: string, en: string): void;
}

export function brokerViewOf(model: Model, problems: BrokerProblem[]): BrokerView {
  const processes = processesOf(model.definitions).filter((process) => process.isExecutable === true);
  return {
    model,
    processes,
    elements: processes.flatMap(flowElementsOf),
    refuse: (element, code, vi, en) => problems.push({ code, element: nearestId(element), vi, en }),
  };
}

export function nearestId(element: ModdleElement | null | undefined): string | null {
  let current = element ?? undefined;
  while (current && typeof current.id !== 'string') current = current.$parent;
  return current?.id ?? null;
}

export const outgoingOf = (element: ModdleElement): ModdleElement[] => listOf(element, 'outgoing');
export const incomingOf = (element: ModdleElement): ModdleElement[] => listOf(element, 'incoming');

export const boundaryEventsOf = (activity: ModdleElement): ModdleElement[] =>
  listOf(activity.$parent ?? activity, 'flowElements').filter(
    (event) => event.$type === 'bpmn:BoundaryEvent' && elementOf(event, 'attachedToRef') === activity,
  );

export const startEventsOf = (scope: ModdleElement): ModdleElement[] =>
  listOf(scope, 'flowElements').filter((element) => element.$type === 'bpmn:StartEvent');

export const duplicatesOf = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
