// Owns what the broker demands of messages, signals and escalations by who refers to them, in any process of the model.
import {
  elementOf,
  eventDefinitionsOf,
  extensionsOf,
  flowElementsOf,
  isA,
  listOf,
  processesOf,
  rootElements,
  textOf,
} from '../model-elements';
import { type BrokerView, startEventsOf } from './broker-view';

export function nameRules(view: BrokerView): void {
  const processes = processesOf(view.model.definitions);
  const elements = processes.flatMap(flowElementsOf);
  const refer = (list: ModdleElement[], property: string, root: ModdleElement): number =>
    list.flatMap((one) => [one, ...eventDefinitionsOf(one)]).filter((one) => elementOf(one, property) === root).length;
  const ofTypes = (...types: string[]): ModdleElement[] => elements.filter((one) => types.includes(one.$type));
  const starts = processes.flatMap(startEventsOf);
  const innerStarts = processes.flatMap((process) =>
    listOf(process, 'flowElements')
      .filter((one) => isA(one, 'bpmn:SubProcess'))
      .flatMap(startEventsOf),
  );
  const catches = ofTypes('bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent');
  const throws = ofTypes('bpmn:IntermediateThrowEvent', 'bpmn:EndEvent');

  for (const message of rootElements(view.model.definitions, 'bpmn:Message')) {
    const isCaught =
      refer([...catches, ...ofTypes('bpmn:ReceiveTask')], 'messageRef', message) > 0 ||
      refer(innerStarts, 'messageRef', message) === 1;
    const isThrown = refer([...throws, ...ofTypes('bpmn:SendTask')], 'messageRef', message) > 0;
    const started = refer(starts, 'messageRef', message);
    if ((isCaught || isThrown || started === 1) && !textOf(message, 'name')) nameless(view, message);
    if (isCaught && extensionsOf(message, 'zeebe:Subscription').length !== 1) subscriptionless(view, message);
    if (!isCaught && !isThrown && started > 1) {
      view.refuse(
        message,
        'start-message-twice',
        'Một thông điệp chỉ bắt đầu ở một nơi.',
        'Expected one start event for the message, but there are more.',
      );
    }
  }
  for (const signal of rootElements(view.model.definitions, 'bpmn:Signal')) {
    const isUsed =
      refer([...catches, ...throws], 'signalRef', signal) > 0 ||
      refer(innerStarts, 'signalRef', signal) === 1 ||
      refer(starts, 'signalRef', signal) > 0;
    if (isUsed && !textOf(signal, 'name')) nameless(view, signal);
  }
  for (const escalation of rootElements(view.model.definitions, 'bpmn:Escalation')) {
    if (refer(throws, 'escalationRef', escalation) === 0 || textOf(escalation, 'escalationCode')) continue;
    view.refuse(
      escalation,
      'code-missing',
      'Phải có mã báo cấp trên.',
      'Expected an escalationCode, but there is none.',
    );
  }
}

const nameless = (view: BrokerView, root: ModdleElement): void =>
  view.refuse(
    root,
    'name-missing',
    'Thông điệp hay tín hiệu phải có tên.',
    'Expected the message or signal to have a name, but it has none.',
  );

const subscriptionless = (view: BrokerView, root: ModdleElement): void =>
  view.refuse(
    root,
    'subscription-missing',
    'Thông điệp được đợi phải có một zeebe:subscription.',
    'Expected one zeebe:subscription on a message that is waited for, but there is not.',
  );
