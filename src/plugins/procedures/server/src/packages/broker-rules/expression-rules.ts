// Owns what the broker demands of expressions and fixed values: where one is needed, where it must be FEEL, and that a
// fixed time can be read.

import { evaluateFeel } from '../../feel/evaluate-feel';
import { readExpression } from '../broker-feel/read-broker-feel';
import { elementOf, eventDefinitionsOf, extensionOf, isA, listOf, rootElements, textOf } from '../model-elements';
import type { BrokerView } from './broker-view';
import { isCycle, isInstant, isInterval } from './time-texts';

const PATH = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const RESERVED = ['null', 'true', 'false', 'function', 'if', 'then', 'else', 'for', 'between', 'instance', 'of'];
/** A sign and something after it; a lone "=" is a fixed text. */
const isExpression = (text: string): boolean => text.length > 1 && text.startsWith('=');
const isNumber = (text: string): boolean => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text);

export function expressionRules(view: BrokerView): void {
  for (const element of view.elements) {
    ioRules(view, element);
    flowRules(view, element);
    const loop = elementOf(element, 'loopCharacteristics');
    const items = loop ? extensionOf(loop, 'zeebe:LoopCharacteristics') : null;
    if (loop && items) {
      mustBeFeel(view, element, textOf(items, 'inputCollection'));
      mustBeFeel(view, element, textOf(items, 'outputElement'));
      mayBeFeel(view, element, textOf(elementOf(loop, 'completionCondition'), 'body')?.trim() ?? null);
    }
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'retries'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:CalledDecision'), 'decisionId'));
    mustBeFeel(view, element, textOf(extensionOf(element, 'zeebe:Script'), 'expression'));
    assignmentRules(view, element);
    for (const definition of eventDefinitionsOf(element)) timerRules(view, element, definition);
    if (element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process')) startRules(view, element);
  }
  for (const root of [
    ...rootElements(view.model.definitions, 'bpmn:Message'),
    ...rootElements(view.model.definitions, 'bpmn:Signal'),
  ]) {
    mayBeFeel(view, root, textOf(root, 'name'));
    mustBeFeel(view, root, textOf(extensionOf(root, 'zeebe:Subscription'), 'correlationKey'));
  }
}

function mayBeFeel(view: BrokerView, element: ModdleElement, text: string | null): void {
  if (text === null || !isExpression(text)) return;
  const read = readExpression(text.slice(1));
  if (read.readable) return;
  view.refuse(
    element,
    'feel-syntax',
    `Biểu thức «${text}» sai cú pháp FEEL của bộ máy ở ký tự ${read.at}.`,
    `Expected FEEL as the engine reads it, but "${text}" has a syntax error at character ${read.at}.`,
  );
}

function mustBeFeel(view: BrokerView, element: ModdleElement, text: string | null): void {
  if (text !== null && !isExpression(text)) {
    view.refuse(
      element,
      'feel-needed',
      `"${text}" phải là biểu thức bắt đầu bằng "=".`,
      `Expected "${text}" to be an expression that begins with "=", but it does not.`,
    );
  }
  mayBeFeel(view, element, text);
}

function ioRules(view: BrokerView, element: ModdleElement): void {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  for (const [property, mustBe] of [
    ['inputParameters', false],
    ['outputParameters', true],
  ] as const) {
    for (const parameter of mapping ? listOf(mapping, property) : []) {
      const source = textOf(parameter, 'source');
      const target = textOf(parameter, 'target') ?? '';
      if (source === null)
        view.refuse(
          element,
          'expression-missing',
          'Ánh xạ biến phải có nguồn.',
          'Expected the mapping to have a source, but it has none.',
        );
      (mustBe ? mustBeFeel : mayBeFeel)(view, element, source);
      if (PATH.test(target) && !RESERVED.includes(target)) continue;
      view.refuse(
        element,
        'variable-path',
        `"${target}" không phải tên biến.`,
        `Expected "${target}" to be the path of a variable, but it is not.`,
      );
    }
  }
}

function flowRules(view: BrokerView, element: ModdleElement): void {
  if (element.$type !== 'bpmn:SequenceFlow') return;
  const condition = elementOf(element, 'conditionExpression');
  if (condition) mustBeFeel(view, element, (textOf(condition, 'body') ?? '').trim());
}

function assignmentRules(view: BrokerView, element: ModdleElement): void {
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  for (const property of ['assignee', 'candidateGroups', 'candidateUsers']) {
    const text = textOf(assignment, property);
    mayBeFeel(view, element, text);
    if (!text || property === 'assignee' || isExpression(text) || text.split(',').every((one) => one.trim() !== ''))
      continue;
    view.refuse(
      element,
      'list-of-values',
      `"${text}" phải là các giá trị cách nhau bằng dấu phẩy.`,
      `Expected values separated by commas, but it is "${text}".`,
    );
  }
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  for (const property of ['dueDate', 'followUpDate']) {
    const text = textOf(schedule, property);
    mayBeFeel(view, element, text);
    if (text !== null && !isExpression(text) && !isInstant(text)) unreadable(view, element, text);
  }
}

/** Where a process starts there are no variables: names and times must say all by themselves. */
function startRules(view: BrokerView, element: ModdleElement): void {
  for (const definition of eventDefinitionsOf(element)) {
    for (const reference of ['messageRef', 'signalRef']) {
      const name = textOf(elementOf(definition, reference), 'name');
      if (name === null) continue;
      const value = isExpression(name) ? constantOf(name) : isNumber(name) ? 0 : name;
      if (typeof value === 'string') continue;
      view.refuse(
        element,
        'start-name',
        `Tên "${name}" ở sự kiện bắt đầu phải là chữ cố định.`,
        `Expected a fixed text as name at the start event, but it is "${name}".`,
      );
    }
  }
}

function constantOf(expression: string): unknown {
  if (!readExpression(expression.slice(1)).readable) return '';
  return evaluateFeel(expression.slice(1), {}).value;
}

function timerRules(view: BrokerView, element: ModdleElement, definition: ModdleElement): void {
  if (definition.$type !== 'bpmn:TimerEventDefinition' || !isA(element, 'bpmn:CatchEvent')) return;
  const startsProcess = element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process');
  for (const [kind, reads] of [
    ['timeDuration', isInterval],
    ['timeDate', isInstant],
    ['timeCycle', isCycle],
  ] as const) {
    if (!elementOf(definition, kind)) continue;
    const text = (textOf(elementOf(definition, kind), 'body') ?? '').trim();
    mayBeFeel(view, element, text);
    if (isExpression(text)) {
      if (startsProcess && !startTimeReads(text, reads)) unreadable(view, element, text);
    } else if (!reads(text)) unreadable(view, element, text);
    return;
  }
}

function startTimeReads(expression: string, reads: (text: string) => boolean): boolean {
  const read = readExpression(expression.slice(1));
  // A syntax error is said already; what the engine alone can evaluate is believed.
  if (!read.readable || read.calls.length > 0) return true;
  const value = evaluateFeel(expression.slice(1), {}).value;
  return typeof value === 'string' && reads(value);
}

const unreadable = (view: BrokerView, element: ModdleElement, text: string): void =>
  view.refuse(
    element,
    'time-unreadable',
    `Không đọc được thời gian "${text}".`,
    `Expected a time by ISO 8601, but it is "${text}".`,
  );
