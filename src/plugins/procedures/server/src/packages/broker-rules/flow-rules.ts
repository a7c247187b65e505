// Owns what the broker demands of flows and gateways.
import { elementOf, eventDefinitionsOf, extensionOf, isA, listOf, textOf } from '../model-elements';
import { type BrokerView, incomingOf, outgoingOf, startEventsOf } from './broker-view';
import { namesOf, noDuplicates } from './handlers';

const AFTER_EVENT_GATEWAY = ['Timer', 'Message', 'Signal'].map((name) => `bpmn:${name}EventDefinition`);

export function flowRules(view: BrokerView): void {
  for (const element of view.elements) {
    if (element.$type === 'bpmn:SequenceFlow') conditionRules(view, element);
    if (element.$type === 'bpmn:EventBasedGateway') eventGatewayRules(view, element);
    const chooses = element.$type === 'bpmn:ExclusiveGateway' || element.$type === 'bpmn:InclusiveGateway';
    const defaultFlow = elementOf(element, 'default');
    if (chooses && defaultFlow && elementOf(defaultFlow, 'sourceRef') !== element) {
      view.refuse(
        element,
        'default-flow',
        'Luồng mặc định phải đi từ cổng này.',
        'Expected the default flow to start at the gateway, but it does not.',
      );
    }
    if (!chooses && outgoingOf(element).some((flow) => flow.conditionExpression)) {
      view.refuse(
        element,
        'condition-place',
        'Luồng có điều kiện chỉ đi từ cổng chọn.',
        'Expected conditions only after exclusive or inclusive gateways, but there is one here.',
      );
    }
    if (element.$type === 'bpmn:InclusiveGateway' && incomingOf(element).length > 1) {
      view.refuse(
        element,
        'inclusive-join',
        'Cổng bao hàm chỉ có một luồng vào.',
        'Expected one incoming flow at the inclusive gateway, but there are more.',
      );
    }
  }
  loopRules(view);
}

function conditionRules(view: BrokerView, flow: ModdleElement): void {
  const source = elementOf(flow, 'sourceRef');
  const chooses = source?.$type === 'bpmn:ExclusiveGateway' || source?.$type === 'bpmn:InclusiveGateway';
  if (!source || !chooses || outgoingOf(source).length < 2 || flow.conditionExpression) return;
  if (elementOf(source, 'default') === flow) return;
  view.refuse(
    flow,
    'condition-missing',
    'Luồng phải có điều kiện hoặc là luồng mặc định.',
    'Expected a condition or the default flow, but it is neither.',
  );
}

function eventGatewayRules(view: BrokerView, gateway: ModdleElement): void {
  const flows = outgoingOf(gateway);
  const targets = flows.flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
  const fits = targets.every((target) => {
    const [definition, ...more] = eventDefinitionsOf(target);
    const isEvent = target.$type === 'bpmn:IntermediateCatchEvent' && definition !== undefined && more.length === 0;
    return isEvent && AFTER_EVENT_GATEWAY.includes(definition.$type);
  });
  const definitions = targets.flatMap(eventDefinitionsOf);
  noDuplicates(view, gateway, namesOf(definitions, 'bpmn:MessageEventDefinition', 'messageRef'), 'message');
  noDuplicates(view, gateway, namesOf(definitions, 'bpmn:SignalEventDefinition', 'signalRef'), 'signal');
  const alone = targets.every((target) => incomingOf(target).every((flow) => elementOf(flow, 'sourceRef') === gateway));
  // Also where a flow is drawn that the gateway does not list.
  const waits = flowsFrom(gateway).every((target) => isA(target, 'bpmn:CatchEvent') || isA(target, 'bpmn:ReceiveTask'));
  if (flows.length >= 2 && fits && alone && waits) return;
  view.refuse(
    gateway,
    'event-gateway',
    'Sau cổng sự kiện phải có ít nhất hai sự kiện đợi thông điệp, giờ hoặc tín hiệu, không có luồng vào khác.',
    'Expected at least two message, timer or signal events after the gateway, with no other way in, but there are not.',
  );
}

const STRAIGHT = new Set(
  'ManualTask Task ExclusiveGateway InclusiveGateway ParallelGateway StartEvent EndEvent IntermediateThrowEvent SubProcess CallActivity'
    .split(' ')
    .map((name) => `bpmn:${name}`),
);
const COUNTED = new Set(['bpmn:ManualTask', 'bpmn:Task', 'bpmn:CallActivity', 'bpmn:IntermediateThrowEvent']);

/** A loop in which nothing waits would never end; one that a task, call or thrown event leads to is looked for, as the engine does. */
function loopRules(view: BrokerView): void {
  const left = new Set<ModdleElement>();
  for (const start of view.elements.filter((element) => COUNTED.has(element.$type))) {
    if (!leadsToLoop(view, start, left)) continue;
    view.refuse(
      start,
      'endless-loop',
      'Vòng lặp phải có chỗ đợi, nếu không sẽ chạy mãi.',
      'Expected the loop to have a wait state, but it would run for ever.',
    );
    return;
  }
}

/** Depth first without recursion; `left` holds what is known to lead to no loop. */
function leadsToLoop(view: BrokerView, start: ModdleElement, left: Set<ModdleElement>): boolean {
  const path = new Set<ModdleElement>();
  const stack: { element: ModdleElement; next: ModdleElement[] }[] = [];
  const enter = (element: ModdleElement): void => {
    path.add(element);
    stack.push({ element, next: nextOf(view, element) });
  };
  enter(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.next.pop();
    if (next && path.has(next)) return true;
    if (next && STRAIGHT.has(next.$type) && !left.has(next)) enter(next);
    if (next) continue;
    stack.pop();
    path.delete(top.element);
    left.add(top.element);
  }
  return false;
}

function nextOf(view: BrokerView, element: ModdleElement): ModdleElement[] {
  if (isA(element, 'bpmn:SubProcess')) return startEventsOf(element);
  if (element.$type === 'bpmn:CallActivity') {
    const id = textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId');
    const called = view.processes.find((process) => process.id === id);
    return called ? startEventsOf(called).filter((start) => eventDefinitionsOf(start).length === 0) : [];
  }
  const targets = flowsFrom(element);
  if (targets.length > 0) return targets;
  return isA(element.$parent, 'bpmn:SubProcess') && element.$parent ? flowsFrom(element.$parent) : [];
}

const flowsFrom = (element: ModdleElement): ModdleElement[] =>
  listOf(element.$parent ?? element, 'flowElements')
    .filter((flow) => flow.$type === 'bpmn:SequenceFlow' && elementOf(flow, 'sourceRef') === element)
    .flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
