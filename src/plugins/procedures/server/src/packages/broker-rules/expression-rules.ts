// Owns what the broker demands of expressions and fixed values: where one is needed, where it must be FEEL, and that a
// fixed time can be read.
import { DateTime, Duration } from 'luxon';
import { checkFeel } from '../../feel/check-feel';
import { elementOf, eventDefinitionsOf, extensionOf, isA, listOf, rootElements, textOf } from '../model-elements';
import type { BrokerView } from './broker-view';

const PATH = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const RESERVED = ['null', 'true', 'false', 'function', 'if', 'then', 'else', 'for', 'between', 'instance', 'of'];

export function expressionRules(view: BrokerView): void {
  for (const element of view.elements) {
    ioRules(view, element);
    flowRules(view, element);
    const loop = elementOf(element, 'loopCharacteristics');
    const items = loop ? extensionOf(loop, 'zeebe:LoopCharacteristics') : null;
    if (loop && items) {
      mustBeFeel(view, element, textOf(items, 'inputCollection'));
      mustBeFeel(view, element, textOf(items, 'outputElement'));
      mayBeFeel(view, element, textOf(elementOf(loop, 'completionCondition'), 'body'));
    }
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'retries'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId'));
    mayBeFeel(view, element, textOf(extensionOf(element, 'zeebe:CalledDecision'), 'decisionId'));
    mustBeFeel(view, element, textOf(extensionOf(element, 'zeebe:Script'), 'expression'));
    assignmentRules(view, element);
    for (const definition of eventDefinitionsOf(element)) timerRules(view, element, definition);
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
  const problem = checkFeel(text);
  if (problem) view.refuse(element, 'feel-syntax', problem.vi, problem.en);
}

function mustBeFeel(view: BrokerView, element: ModdleElement, text: string | null): void {
  if (text && !text.startsWith('=')) {
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
  if (condition) mustBeFeel(view, element, textOf(condition, 'body') ?? ' ');
}

function assignmentRules(view: BrokerView, element: ModdleElement): void {
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  for (const property of ['assignee', 'candidateGroups', 'candidateUsers']) {
    mayBeFeel(view, element, textOf(assignment, property));
  }
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  for (const property of ['dueDate', 'followUpDate']) {
    const text = textOf(schedule, property);
    mayBeFeel(view, element, text);
    if (text && !text.startsWith('=') && !isInstant(text)) unreadable(view, element, text);
  }
}

function timerRules(view: BrokerView, element: ModdleElement, definition: ModdleElement): void {
  if (definition.$type !== 'bpmn:TimerEventDefinition') return;
  for (const [kind, reads] of [
    ['timeDuration', isDuration],
    ['timeDate', isInstant],
    ['timeCycle', isCycle],
  ] as const) {
    const text = textOf(elementOf(definition, kind), 'body');
    if (elementOf(definition, kind) && text === null && isA(element, 'bpmn:CatchEvent')) {
      unreadable(view, element, '');
      return;
    }
    if (text === null) continue;
    mayBeFeel(view, element, text);
    if (!text.startsWith('=') && !reads(text.trim())) unreadable(view, element, text);
  }
}

const unreadable = (view: BrokerView, element: ModdleElement, text: string): void =>
  view.refuse(
    element,
    'time-unreadable',
    `Không đọc được thời gian "${text}".`,
    `Expected a time by ISO 8601, but it is "${text}".`,
  );

const isDuration = (text: string): boolean => /^-?P/.test(text) && Duration.fromISO(text).isValid;

const isInstant = (text: string): boolean =>
  /T.*(Z|[+-]\d{2}(:?\d{2})?)(\[.+\])?$/.test(text) && DateTime.fromISO(text.replace(/\[.+\]$/, '')).isValid;

/** `R3/PT1H`, or a cron expression of six fields. */
function isCycle(text: string): boolean {
  if (!text.startsWith('R')) return text.startsWith('@') || text.split(/\s+/).length === 6;
  const [, ...parts] = text.split('/');
  return /^R\d*$/.test(text.split('/')[0]) && parts.length >= 1 && isDuration(parts.at(-1) ?? '');
}
