// Owns what the broker demands of tasks: the extension element that says what they do.
import { elementOf, eventDefinitionsOf, extensionsOf, isA, textOf } from '../model-elements';
import { type BrokerView, boundaryEventsOf, incomingOf, outgoingOf } from './broker-view';

/** Exactly one of these together. */
const NEEDED: Record<string, string[]> = {
  'bpmn:ServiceTask': ['zeebe:TaskDefinition'],
  'bpmn:CallActivity': ['zeebe:CalledElement'],
  'bpmn:BusinessRuleTask': ['zeebe:CalledDecision', 'zeebe:TaskDefinition'],
  'bpmn:ScriptTask': ['zeebe:Script', 'zeebe:TaskDefinition'],
  'bpmn:SendTask': ['zeebe:TaskDefinition', 'zeebe:PublishMessage'],
};
export function taskRules(view: BrokerView): void {
  for (const element of view.elements) {
    const needed = NEEDED[element.$type];
    if (needed && needed.flatMap((type) => extensionsOf(element, type)).length !== 1) {
      const names = needed.join(' / ');
      view.refuse(
        element,
        'task-definition',
        `Bước phải có đúng một ${names}.`,
        `Expected exactly one ${names}, but there is not.`,
      );
    }
    if (element.$type === 'bpmn:ReceiveTask') receiveRules(view, element);
    loopRules(view, element);
    compensationRules(view, element);
  }
}

function receiveRules(view: BrokerView, element: ModdleElement): void {
  const name = textOf(elementOf(element, 'messageRef'), 'name');
  if (!elementOf(element, 'messageRef')) {
    view.refuse(
      element,
      'message-reference',
      'Bước nhận phải chỉ tới một thông điệp.',
      'Expected the receive task to refer to a message, but it does not.',
    );
  }
  const onBoundary = boundaryEventsOf(element)
    .flatMap(eventDefinitionsOf)
    .map((one) => textOf(elementOf(one, 'messageRef'), 'name'));
  if (name && onBoundary.includes(name)) {
    view.refuse(
      element,
      'handler-twice',
      'Bước và sự kiện biên không được đợi cùng thông điệp.',
      'Expected the task and its boundary events to wait for different messages, but they do not.',
    );
  }
}

function loopRules(view: BrokerView, element: ModdleElement): void {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return;
  if (extensionsOf(loop, 'zeebe:LoopCharacteristics').length === 1) return;
  view.refuse(
    element,
    'loop-characteristics',
    'Bước lặp phải có một zeebe:loopCharacteristics.',
    'Expected one zeebe:loopCharacteristics, but there is not.',
  );
}

function compensationRules(view: BrokerView, element: ModdleElement): void {
  if (!isA(element, 'bpmn:Task') || element.isForCompensation !== true) return;
  if (incomingOf(element).length + outgoingOf(element).length + boundaryEventsOf(element).length === 0) return;
  view.refuse(
    element,
    'compensation-handler',
    'Bước bù trừ không có luồng vào, ra hay sự kiện biên.',
    'Expected no flows or boundary events at a compensation handler, but there are some.',
  );
}
