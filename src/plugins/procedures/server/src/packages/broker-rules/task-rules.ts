// Owns what the broker demands of tasks: the extension element that says what they do.
import { elementOf, eventDefinitionsOf, extensionOf, extensionsOf, isA, listOf, textOf } from '../model-elements';
import { type BrokerView, boundaryEventsOf, duplicatesOf, incomingOf, outgoingOf } from './broker-view';

/** Exactly one of these together. */
const NEEDED: Record<string, string[]> = {
  'bpmn:ServiceTask': ['zeebe:TaskDefinition'],
  'bpmn:CallActivity': ['zeebe:CalledElement'],
  'bpmn:BusinessRuleTask': ['zeebe:CalledDecision', 'zeebe:TaskDefinition'],
  'bpmn:ScriptTask': ['zeebe:Script', 'zeebe:TaskDefinition'],
  'bpmn:SendTask': ['zeebe:TaskDefinition', 'zeebe:PublishMessage'],
};
const ATTRIBUTES: Record<string, string[]> = {
  'zeebe:CalledElement': ['processId'],
  'zeebe:TaskDefinition': ['type'],
  'zeebe:CalledDecision': ['decisionId', 'resultVariable'],
  'zeebe:Script': ['expression', 'resultVariable'],
  'zeebe:PublishMessage': ['correlationKey'],
};
const LISTENER_EVENTS = ['start', 'end'];

export function taskRules(view: BrokerView): void {
  const forms = view.processes.flatMap((process) => extensionsOf(process, 'zeebe:UserTaskForm'));
  for (const form of forms.filter((one) => !textOf(one, 'body'))) {
    view.refuse(
      form,
      'form-empty',
      'Biểu mẫu nhúng phải có nội dung.',
      'Expected the embedded form to have content, but it is empty.',
    );
  }
  for (const element of view.elements) {
    extensionRules(view, element);
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
  for (const holder of [...view.processes, ...view.elements]) listenerRules(view, holder);
}

function extensionRules(view: BrokerView, element: ModdleElement): void {
  const container = elementOf(element, 'extensionElements');
  for (const extension of container ? listOf(container, 'values') : []) {
    for (const attribute of ATTRIBUTES[extension.$type] ?? []) {
      if (textOf(extension, attribute)) continue;
      view.refuse(
        element,
        'attribute-missing',
        `${extension.$type} phải có ${attribute}.`,
        `Expected ${extension.$type} to have ${attribute}, but it has none.`,
      );
    }
    if (extension.$type === 'zeebe:FormDefinition') formRules(view, element, extension);
    if (extension.$type === 'zeebe:TaskHeaders') headerRules(view, element, extension);
  }
}

function formRules(view: BrokerView, element: ModdleElement, form: ModdleElement): void {
  const isNative = extensionOf(element, 'zeebe:UserTask') !== null;
  const other = textOf(form, isNative ? 'externalReference' : 'formKey')?.trim();
  if (Boolean(textOf(form, 'formId')?.trim()) !== Boolean(other)) return;
  view.refuse(
    element,
    'form-reference',
    'Phải có đúng một cách chỉ biểu mẫu.',
    'Expected exactly one reference to a form, but there is not.',
  );
}

function headerRules(view: BrokerView, element: ModdleElement, headers: ModdleElement): void {
  const keys = listOf(headers, 'values').flatMap((header) => textOf(header, 'key') ?? []);
  if (duplicatesOf(keys).length > 0 || keys.some((key) => key.startsWith('io.camunda.zeebe:'))) {
    view.refuse(
      element,
      'task-headers',
      'Tiêu đề việc bị trùng hoặc dành riêng.',
      'Expected task headers to be unique and not reserved, but one is not.',
    );
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
  const found = extensionsOf(loop, 'zeebe:LoopCharacteristics');
  const [characteristics] = found;
  if (found.length !== 1 || !characteristics) {
    view.refuse(
      element,
      'loop-characteristics',
      'Bước lặp phải có một zeebe:loopCharacteristics.',
      'Expected one zeebe:loopCharacteristics, but there is not.',
    );
    return;
  }
  if (!textOf(characteristics, 'inputCollection')) {
    view.refuse(
      element,
      'loop-collection',
      'Bước lặp phải có danh sách đầu vào.',
      'Expected an input collection, but there is none.',
    );
  }
  if (Boolean(textOf(characteristics, 'outputCollection')) !== Boolean(textOf(characteristics, 'outputElement'))) {
    view.refuse(
      element,
      'loop-output',
      'Kết quả lặp phải có cả danh sách và phần tử.',
      'Expected both output collection and output element or neither, but there is one.',
    );
  }
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

function listenerRules(view: BrokerView, holder: ModdleElement): void {
  for (const listeners of extensionsOf(holder, 'zeebe:ExecutionListeners')) {
    const list = listOf(listeners, 'listeners');
    if (list.length === 0) continue;
    const fits =
      list.every(
        (one) =>
          LISTENER_EVENTS.includes(textOf(one, 'eventType') ?? '') &&
          textOf(one, 'type') &&
          textOf(one, 'retries') !== '',
      ) && duplicatesOf(list.map((one) => `${textOf(one, 'eventType')}|${textOf(one, 'type')}`)).length === 0;
    if (holder.$type === 'bpmn:ServiceTask' && fits) continue;
    view.refuse(
      holder,
      'execution-listeners',
      'Bộ lắng nghe chỉ dùng được ở bước dịch vụ, loại start hoặc end.',
      'Expected execution listeners only on service tasks, of type start or end, but they are elsewhere.',
    );
  }
}
