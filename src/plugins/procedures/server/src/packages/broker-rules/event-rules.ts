// Owns what the broker demands of events and of the messages, signals, errors and escalations that they name.
import { elementOf, eventDefinitionsOf, extensionsOf, isA, listOf, textOf } from '../model-elements';
import { type BrokerView, boundaryEventsOf, incomingOf, outgoingOf } from './broker-view';
import { compensationEventRules } from './compensation-rules';
import { handlerRules } from './handlers';
import { nameRules } from './name-rules';
import { interruptingRules } from './scope-rules';

const definitionTypes = (...names: string[]): string[] => names.map((name) => `bpmn:${name}EventDefinition`);
const KNOWN = definitionTypes('Message', 'Timer', 'Error', 'Terminate', 'Signal', 'Link', 'Escalation', 'Compensate');
const BOUNDARY = definitionTypes('Timer', 'Message', 'Error', 'Signal', 'Escalation', 'Compensate');
const END = definitionTypes('Error', 'Message', 'Terminate', 'Signal', 'Escalation', 'Compensate');
const CATCH = definitionTypes('Message', 'Timer', 'Signal', 'Link');

export function eventRules(view: BrokerView): void {
  for (const element of view.elements) {
    const definitions = eventDefinitionsOf(element);
    if (element.$type === 'bpmn:BoundaryEvent') boundaryRules(view, element, definitions);
    if (element.$type === 'bpmn:EndEvent') endRules(view, element, definitions);
    if (element.$type === 'bpmn:IntermediateCatchEvent') catchRules(view, element, definitions);
    if (element.$type === 'bpmn:StartEvent' && definitions.length > 1) {
      view.refuse(
        element,
        'start-types',
        'Sự kiện bắt đầu chỉ có một loại.',
        'Expected at most one type of start event, but there are more.',
      );
    }
    if (isA(element, 'bpmn:Activity'))
      handlerRules(view, element, boundaryEventsOf(element).flatMap(eventDefinitionsOf));
    for (const definition of definitions) {
      definitionRules(view, element, definition);
      compensationEventRules(view, element, definition);
    }
  }
  nameRules(view);
}

function boundaryRules(view: BrokerView, element: ModdleElement, definitions: ModdleElement[]): void {
  const attachedTo = elementOf(element, 'attachedToRef');
  if (!attachedTo)
    view.refuse(
      element,
      'boundary-attached',
      'Sự kiện biên phải gắn vào một bước.',
      'Expected the boundary event to be attached to an activity, but it is not.',
    );
  if (incomingOf(element).length > 0)
    view.refuse(
      element,
      'boundary-incoming',
      'Sự kiện biên không có luồng vào.',
      'Expected no incoming flow at the boundary event, but there is one.',
    );
  const compensates =
    definitions.some((one) => one.$type === 'bpmn:CompensateEventDefinition') &&
    artifactsAround(element).some((artifact) => elementOf(artifact, 'sourceRef') === element);
  if (outgoingOf(element).length === 0 && !compensates) {
    view.refuse(
      element,
      'boundary-outgoing',
      'Sự kiện biên phải có luồng ra.',
      'Expected an outgoing flow at the boundary event, but there is none.',
    );
  }
  exactlyOne(view, element, definitions);
  if (definitions.some((one) => !BOUNDARY.includes(one.$type))) {
    view.refuse(
      element,
      'boundary-type',
      'Sự kiện biên phải là giờ, thông điệp, lỗi, tín hiệu hoặc báo cấp trên.',
      'Expected a timer, message, error, signal or escalation boundary event, but it is none.',
    );
  }
  const escalates = definitions.some((one) => one.$type === 'bpmn:EscalationEventDefinition');
  if (escalates && !isA(attachedTo, 'bpmn:SubProcess') && attachedTo?.$type !== 'bpmn:CallActivity') {
    view.refuse(
      element,
      'escalation-boundary',
      'Sự kiện biên báo cấp trên chỉ gắn vào quy trình con hoặc bước gọi.',
      'Expected an escalation boundary event on a sub-process or call activity, but it is elsewhere.',
    );
  }
  interruptingRules(view, element, element.cancelActivity !== false);
}

/** Associations lie in the scope of what they connect, or above it. */
function artifactsAround(element: ModdleElement): ModdleElement[] {
  const above = element.$parent;
  return above ? [...listOf(above, 'artifacts'), ...artifactsAround(above)] : [];
}

function exactlyOne(view: BrokerView, element: ModdleElement, definitions: ModdleElement[]): void {
  if (definitions.length === 1) return;
  view.refuse(
    element,
    'event-type',
    'Sự kiện phải có đúng một loại.',
    'Expected exactly one event definition, but there is not.',
  );
}

function endRules(view: BrokerView, element: ModdleElement, definitions: ModdleElement[]): void {
  if (outgoingOf(element).length > 0)
    view.refuse(
      element,
      'end-outgoing',
      'Sự kiện kết thúc không có luồng ra.',
      'Expected no outgoing flow at the end event, but there is one.',
    );
  if (definitions.length > 1)
    view.refuse(
      element,
      'event-type',
      'Sự kiện kết thúc chỉ có một loại.',
      'Expected at most one event definition, but there are more.',
    );
  if (definitions.some((one) => !END.includes(one.$type))) {
    view.refuse(
      element,
      'end-type',
      'Loại sự kiện kết thúc không được hỗ trợ.',
      'Expected an end event of a supported type, but it is none.',
    );
  }
}

function catchRules(view: BrokerView, element: ModdleElement, definitions: ModdleElement[]): void {
  exactlyOne(view, element, definitions);
  const [definition] = definitions;
  if (!definition || definitions.length !== 1) return;
  if (!CATCH.includes(definition.$type)) {
    view.refuse(
      element,
      'catch-type',
      'Sự kiện đợi phải là thông điệp, giờ, tín hiệu hoặc liên kết.',
      'Expected a message, timer, signal or link event, but it is none.',
    );
  } else if (definition.$type === 'bpmn:TimerEventDefinition' && !definition.timeDuration && !definition.timeDate) {
    view.refuse(
      element,
      'catch-timer',
      'Hẹn giờ phải có khoảng thời gian hoặc thời điểm.',
      'Expected a duration or a date for the timer, but there is none.',
    );
  }
}

function definitionRules(view: BrokerView, event: ModdleElement, definition: ModdleElement): void {
  const throws = isA(event, 'bpmn:ThrowEvent');
  if (!KNOWN.includes(definition.$type)) {
    view.refuse(
      definition,
      'event-definition',
      'Loại sự kiện này không được hỗ trợ.',
      'Expected an event definition that is supported, but it is not.',
    );
  }
  if (definition.$type === 'bpmn:MessageEventDefinition') {
    if (throws) {
      const published = extensionsOf(definition, 'zeebe:PublishMessage');
      if (published.length + extensionsOf(event, 'zeebe:TaskDefinition').length !== 1) {
        view.refuse(
          event,
          'throw-message',
          'Sự kiện gửi thông điệp phải có một zeebe:taskDefinition.',
          'Expected one zeebe:taskDefinition at the message throw event, but there is not.',
        );
      } else if (published.length === 1 && !elementOf(definition, 'messageRef')) {
        view.refuse(
          definition,
          'message-reference',
          'Sự kiện thông điệp phải chỉ tới một thông điệp.',
          'Expected the event to refer to a message, but it does not.',
        );
      }
    } else if (!elementOf(definition, 'messageRef')) {
      view.refuse(
        definition,
        'message-reference',
        'Sự kiện thông điệp phải chỉ tới một thông điệp.',
        'Expected the event to refer to a message, but it does not.',
      );
    }
  }
  if (definition.$type === 'bpmn:SignalEventDefinition' && !elementOf(definition, 'signalRef')) {
    view.refuse(
      definition,
      'signal-reference',
      'Sự kiện tín hiệu phải chỉ tới một tín hiệu.',
      'Expected the event to refer to a signal, but it does not.',
    );
  }
  if (definition.$type === 'bpmn:LinkEventDefinition' && !textOf(definition, 'name')) {
    view.refuse(definition, 'link-name', 'Liên kết phải có tên.', 'Expected the link to have a name, but it has none.');
  }
  if (definition.$type === 'bpmn:TimerEventDefinition') {
    const given = ['timeDuration', 'timeDate', 'timeCycle'].filter((kind) => definition[kind]);
    if (given.length !== 1)
      view.refuse(
        definition,
        'timer-type',
        'Hẹn giờ phải có đúng một kiểu.',
        'Expected exactly one type of timer, but there is not.',
      );
  }
  codeRules(view, event, definition, throws);
}

function codeRules(view: BrokerView, event: ModdleElement, definition: ModdleElement, throws: boolean): void {
  for (const [type, reference, property] of [
    ['bpmn:ErrorEventDefinition', 'errorRef', 'errorCode'],
    ['bpmn:EscalationEventDefinition', 'escalationRef', 'escalationCode'],
  ]) {
    if (definition.$type !== type) continue;
    const referred = elementOf(definition, reference);
    const code = textOf(referred, property);
    if (throws && !code && !(type === 'bpmn:ErrorEventDefinition' && event.$type !== 'bpmn:EndEvent')) {
      view.refuse(event, 'code-missing', 'Sự kiện phải chỉ tới một mã.', `Expected a ${property}, but there is none.`);
    } else if (!throws && code?.startsWith('=')) {
      view.refuse(
        event,
        'code-expression',
        'Mã để nhận không được là biểu thức.',
        `Expected a fixed ${property} to catch, but it is an expression.`,
      );
    }
  }
}
