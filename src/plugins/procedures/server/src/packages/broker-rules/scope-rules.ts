// Owns what the broker demands of a process or sub-process as a whole: where it starts, which elements it may hold,
// and that no two handlers in it compete.
import { eventDefinitionsOf, isA, listOf, textOf } from '../model-elements';
import { type BrokerView, startEventsOf } from './broker-view';
import { handlerRules, namesOf, noDuplicates } from './handlers';

const SUPPORTED = new Set(
  [
    'BoundaryEvent BusinessRuleTask EndEvent EventBasedGateway ExclusiveGateway InclusiveGateway IntermediateCatchEvent',
    'ParallelGateway ReceiveTask ScriptTask SequenceFlow SendTask ServiceTask StartEvent SubProcess CallActivity UserTask',
    'IntermediateThrowEvent ManualTask Task DataObject DataObjectReference DataStoreReference',
  ].flatMap((line) => line.split(' ').map((name) => `bpmn:${name}`)),
);
const EVENT_SUBPROCESS_STARTS = ['Timer', 'Message', 'Error', 'Signal', 'Escalation'].map(
  (name) => `bpmn:${name}EventDefinition`,
);

export function scopeRules(view: BrokerView): void {
  if (view.processes.length === 0) {
    view.refuse(
      view.model.definitions,
      'no-executable-process',
      'Phải có ít nhất một quy trình chạy được (isExecutable).',
      'Expected at least one executable process, but there is none.',
    );
  }
  for (const process of view.processes) {
    const starts = startEventsOf(process);
    if (starts.length === 0) {
      view.refuse(
        process,
        'no-start',
        'Quy trình phải có sự kiện bắt đầu.',
        'Expected the process to have a start event, but it has none.',
      );
    }
    if (starts.filter((start) => eventDefinitionsOf(start).length === 0).length > 1) {
      view.refuse(
        process,
        'many-none-starts',
        'Chỉ được có một sự kiện bắt đầu không loại.',
        'Expected one none start event, but there are more.',
      );
    }
    const signals = starts.flatMap((start) =>
      namesOf(eventDefinitionsOf(start), 'bpmn:SignalEventDefinition', 'signalRef'),
    );
    noDuplicates(view, process, signals, 'signal');
    handlerRules(view, process, eventSubProcessDefinitions(process));
    linkRules(view, process);
  }
  for (const element of view.elements) {
    if (!SUPPORTED.has(element.$type)) {
      view.refuse(
        element,
        'unsupported-element',
        `Bộ máy không hỗ trợ phần tử ${element.$type}.`,
        `Expected an element that the engine supports, but ${element.$type} is none.`,
      );
    }
    if (isA(element, 'bpmn:SubProcess')) subProcessRules(view, element);
  }
}

function subProcessRules(view: BrokerView, element: ModdleElement): void {
  const starts = startEventsOf(element);
  if (starts.length !== 1 && element.$type !== 'bpmn:AdHocSubProcess') {
    view.refuse(
      element,
      'subprocess-start',
      'Quy trình con phải có đúng một sự kiện bắt đầu.',
      'Expected exactly one start event in the sub-process, but there is not.',
    );
  }
  const [start] = starts;
  if (start) {
    const definitions = eventDefinitionsOf(start);
    if (element.triggeredByEvent !== true && definitions.length > 0) {
      view.refuse(
        element,
        'subprocess-start',
        'Quy trình con phải bắt đầu không loại.',
        'Expected a none start event in the sub-process, but it has a type.',
      );
    }
    const fits = definitions.length > 0 && definitions.every((one) => EVENT_SUBPROCESS_STARTS.includes(one.$type));
    if (element.triggeredByEvent === true && !fits) {
      view.refuse(
        element,
        'event-subprocess-start',
        'Quy trình con sự kiện phải bắt đầu bằng thông điệp, giờ, lỗi, tín hiệu hoặc báo cấp trên.',
        'Expected the event sub-process to start by message, timer, error, signal or escalation, but it does not.',
      );
    }
    if (element.triggeredByEvent === true) interruptingRules(view, start, start.isInterrupting !== false);
  }
  handlerRules(view, element, eventSubProcessDefinitions(element));
  linkRules(view, element);
}

/** For boundary events and event sub-processes alike. */
export function interruptingRules(view: BrokerView, event: ModdleElement, isInterrupting: boolean): void {
  const free = ['Message', 'Timer', 'Signal', 'Escalation'].map((name) => `bpmn:${name}EventDefinition`);
  for (const definition of eventDefinitionsOf(event)) {
    if (!isInterrupting && !free.includes(definition.$type)) {
      view.refuse(
        event,
        'non-interrupting',
        'Loại sự kiện này phải ngắt bước.',
        'Expected an event of this type to interrupt, but it does not.',
      );
    }
    if (isInterrupting && definition.$type === 'bpmn:TimerEventDefinition' && definition.timeCycle) {
      view.refuse(
        event,
        'interrupting-cycle',
        'Hẹn giờ ngắt bước không được lặp.',
        'Expected an interrupting timer without a cycle, but it has one.',
      );
    }
  }
}

const eventSubProcessDefinitions = (scope: ModdleElement): ModdleElement[] =>
  listOf(scope, 'flowElements')
    .filter((element) => element.$type === 'bpmn:SubProcess' && element.triggeredByEvent === true)
    .flatMap(startEventsOf)
    .flatMap(eventDefinitionsOf);

function linkRules(view: BrokerView, scope: ModdleElement): void {
  const linksOf = (type: string, within: ModdleElement): ModdleElement[] =>
    listOf(within, 'flowElements')
      .filter((element) => element.$type === type)
      .flatMap(eventDefinitionsOf)
      .filter((definition) => definition.$type === 'bpmn:LinkEventDefinition');
  const catches = linksOf('bpmn:IntermediateCatchEvent', scope).flatMap((link) => textOf(link, 'name') || []);
  const within = (inner: ModdleElement): ModdleElement[] =>
    listOf(inner, 'flowElements').filter((element) => isA(element, 'bpmn:SubProcess'));
  const allLinks = (inner: ModdleElement): ModdleElement[] => [
    ...linksOf('bpmn:IntermediateCatchEvent', inner),
    ...within(inner).flatMap(allLinks),
  ];
  noDuplicates(
    view,
    scope,
    allLinks(scope).flatMap((link) => textOf(link, 'name') || []),
    'link',
  );
  for (const link of linksOf('bpmn:IntermediateThrowEvent', scope)) {
    const name = textOf(link, 'name');
    if (name && !catches.includes(name)) {
      view.refuse(
        link,
        'link-without-catch',
        `Liên kết "${name}" không có điểm đến.`,
        `Expected a catch for link "${name}", but there is none.`,
      );
    }
  }
}
