// Owns what the broker demands of an extension element by itself. It walks through the whole model, processes that do not run
// left out, and looks at each extension wherever it stands.
import {
  containedIn,
  elementOf,
  eventDefinitionsOf,
  extensionOf,
  extensionsOf,
  isA,
  listOf,
  textOf,
} from '../model-elements';
import { type BrokerView, duplicatesOf } from './broker-view';
import { isExpression, mayBeFeel, mustBeFeel, unreadableTime } from './expressions';
import { isInstant } from './time-texts';

type Rule = (view: BrokerView, holder: ModdleElement, extension: ModdleElement) => void;

const ATTRIBUTES: Record<string, string[]> = {
  'zeebe:CalledElement': ['processId'],
  'zeebe:TaskDefinition': ['type'],
  'zeebe:CalledDecision': ['decisionId', 'resultVariable'],
  'zeebe:Script': ['expression', 'resultVariable'],
  'zeebe:PublishMessage': ['correlationKey'],
  'zeebe:LoopCharacteristics': ['inputCollection'],
  'zeebe:Subscription': ['correlationKey'],
};
/** `must`: a fixed text will not do. */
const EXPRESSIONS: Record<string, { may?: string[]; must?: string[] }> = {
  'zeebe:TaskDefinition': { may: ['type', 'retries'] },
  'zeebe:CalledElement': { may: ['processId'] },
  'zeebe:CalledDecision': { may: ['decisionId'] },
  'zeebe:AssignmentDefinition': { may: ['assignee', 'candidateGroups', 'candidateUsers'] },
  'zeebe:TaskSchedule': { may: ['dueDate', 'followUpDate'] },
  'zeebe:Script': { must: ['expression'] },
  'zeebe:LoopCharacteristics': { must: ['inputCollection', 'outputElement'] },
  'zeebe:Subscription': { must: ['correlationKey'] },
};
const RULES: Record<string, Rule> = {
  'zeebe:FormDefinition': formRules,
  'zeebe:UserTaskForm': embeddedFormRules,
  'zeebe:TaskHeaders': headerRules,
  'zeebe:ExecutionListeners': listenerRules,
  'zeebe:IoMapping': ioRules,
  'zeebe:AssignmentDefinition': assignmentRules,
  'zeebe:TaskSchedule': scheduleRules,
  'zeebe:LoopCharacteristics': loopOutputRules,
};
/** Read where the element is made, one each; elsewhere a second one is not looked at. */
const ONCE: Record<string, string[]> = {
  'bpmn:UserTask': [
    'zeebe:AssignmentDefinition',
    'zeebe:FormDefinition',
    'zeebe:TaskHeaders',
    'zeebe:TaskSchedule',
    'zeebe:UserTask',
  ],
  'bpmn:ServiceTask': ['zeebe:ExecutionListeners', 'zeebe:TaskHeaders'],
  'bpmn:ScriptTask': ['zeebe:TaskHeaders'],
  'bpmn:BusinessRuleTask': ['zeebe:TaskHeaders'],
  'bpmn:SendTask': ['zeebe:TaskHeaders'],
};
const LISTENER_EVENTS = ['start', 'end'];
const PATH = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const RESERVED = ['null', 'true', 'false', 'function', 'if', 'then', 'else', 'for', 'between', 'instance', 'of'];

export function extensionRules(view: BrokerView): void {
  const idle = (element: ModdleElement) => element.$type === 'bpmn:Process' && element.isExecutable !== true;
  for (const holder of containedIn(view.model.definitions, idle)) {
    onceRules(view, holder);
    const container = elementOf(holder, 'extensionElements');
    for (const extension of container ? listOf(container, 'values') : []) {
      attributeRules(view, holder, extension);
      RULES[extension.$type]?.(view, holder, extension);
    }
  }
}

function onceRules(view: BrokerView, holder: ModdleElement): void {
  const sends = isA(holder, 'bpmn:ThrowEvent') && eventDefinitionsOf(holder).some(isMessage);
  const own = sends ? ['zeebe:TaskHeaders'] : (ONCE[holder.$type] ?? []);
  for (const type of isA(holder, 'bpmn:FlowNode') ? [...own, 'zeebe:IoMapping'] : own) {
    if (extensionsOf(holder, type).length < 2) continue;
    view.refuse(
      holder,
      'extension-twice',
      `Bước chỉ được có một ${type}.`,
      `Expected ${type} once at the element, but it is there more often.`,
    );
  }
}

const isMessage = (definition: ModdleElement): boolean => definition.$type === 'bpmn:MessageEventDefinition';

function attributeRules(view: BrokerView, holder: ModdleElement, extension: ModdleElement): void {
  for (const attribute of ATTRIBUTES[extension.$type] ?? []) {
    if (textOf(extension, attribute)) continue;
    view.refuse(
      holder,
      'attribute-missing',
      `${extension.$type} phải có ${attribute}.`,
      `Expected ${extension.$type} to have ${attribute}, but it has none.`,
    );
  }
  const { may = [], must = [] } = EXPRESSIONS[extension.$type] ?? {};
  for (const attribute of may) mayBeFeel(view, holder, textOf(extension, attribute));
  for (const attribute of must) mustBeFeel(view, holder, textOf(extension, attribute));
}

function formRules(view: BrokerView, holder: ModdleElement, form: ModdleElement): void {
  const isNative = extensionOf(holder, 'zeebe:UserTask') !== null;
  const other = textOf(form, isNative ? 'externalReference' : 'formKey')?.trim();
  if (Boolean(textOf(form, 'formId')?.trim()) !== Boolean(other)) return;
  view.refuse(
    holder,
    'form-reference',
    'Phải có đúng một cách chỉ biểu mẫu.',
    'Expected exactly one reference to a form, but there is not.',
  );
}

function embeddedFormRules(view: BrokerView, holder: ModdleElement, form: ModdleElement): void {
  if (textOf(form, 'body')) return;
  view.refuse(
    holder,
    'form-empty',
    'Biểu mẫu nhúng phải có nội dung.',
    'Expected the embedded form to have content, but it is empty.',
  );
}

function headerRules(view: BrokerView, holder: ModdleElement, headers: ModdleElement): void {
  const keys = listOf(headers, 'values').flatMap((header) => textOf(header, 'key') ?? []);
  if (duplicatesOf(keys).length === 0 && !keys.some((key) => key.startsWith('io.camunda.zeebe:'))) return;
  view.refuse(
    holder,
    'task-headers',
    'Tiêu đề việc bị trùng hoặc dành riêng.',
    'Expected task headers to be unique and not reserved, but one is not.',
  );
}

function listenerRules(view: BrokerView, holder: ModdleElement, listeners: ModdleElement): void {
  const list = listOf(listeners, 'listeners');
  if (list.length === 0) return;
  const fits =
    list.every((one) => LISTENER_EVENTS.includes(textOf(one, 'eventType') ?? '') && textOf(one, 'type')) &&
    duplicatesOf(list.map((one) => `${textOf(one, 'eventType')}|${textOf(one, 'type')}`)).length === 0;
  if (holder.$type === 'bpmn:ServiceTask' && fits) return;
  view.refuse(
    holder,
    'execution-listeners',
    'Bộ lắng nghe chỉ dùng được ở bước dịch vụ, loại start hoặc end.',
    'Expected execution listeners only on service tasks, of type start or end, but they are elsewhere.',
  );
}

function ioRules(view: BrokerView, holder: ModdleElement, mapping: ModdleElement): void {
  for (const [property, read] of [
    ['inputParameters', mayBeFeel],
    ['outputParameters', mustBeFeel],
  ] as const) {
    for (const parameter of listOf(mapping, property)) {
      const source = textOf(parameter, 'source');
      const target = textOf(parameter, 'target') ?? '';
      if (!source) {
        view.refuse(
          holder,
          'expression-missing',
          'Ánh xạ biến phải có nguồn.',
          'Expected the mapping to have a source, but it has none.',
        );
      } else read(view, holder, source);
      if (PATH.test(target) && !RESERVED.includes(target)) continue;
      view.refuse(
        holder,
        'variable-path',
        `"${target}" không phải tên biến.`,
        `Expected "${target}" to be the path of a variable, but it is not.`,
      );
    }
  }
}

function assignmentRules(view: BrokerView, holder: ModdleElement, assignment: ModdleElement): void {
  for (const property of ['candidateGroups', 'candidateUsers']) {
    const text = textOf(assignment, property);
    if (!text || isExpression(text) || text.split(',').every((one) => one.trim() !== '')) continue;
    view.refuse(
      holder,
      'list-of-values',
      `"${text}" phải là các giá trị cách nhau bằng dấu phẩy.`,
      `Expected values separated by commas, but it is "${text}".`,
    );
  }
}

function scheduleRules(view: BrokerView, holder: ModdleElement, schedule: ModdleElement): void {
  for (const property of ['dueDate', 'followUpDate']) {
    const text = textOf(schedule, property);
    if (text && !isExpression(text) && !isInstant(text)) unreadableTime(view, holder, text);
  }
}

function loopOutputRules(view: BrokerView, holder: ModdleElement, loop: ModdleElement): void {
  if (Boolean(textOf(loop, 'outputCollection')) === Boolean(textOf(loop, 'outputElement'))) return;
  view.refuse(
    holder,
    'loop-output',
    'Kết quả lặp phải có cả danh sách và phần tử.',
    'Expected both output collection and output element or neither, but there is one.',
  );
}
