// Owns what the broker demands of expressions and fixed values: where one is needed, where it must be FEEL, and that a
// fixed time can be read.

import { evaluateFeel } from '../../feel/evaluate-feel';
import { readExpression } from '../broker-feel/read-broker-feel';
import { elementOf, eventDefinitionsOf, isA, rootElements, textOf } from '../model-elements';
import type { BrokerView } from './broker-view';
import { isExpression, mayBeFeel, mustBeFeel, unreadableTime } from './expressions';
import { isCycle, isInstant, isInterval } from './time-texts';

const isNumber = (text: string): boolean => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text);

export function expressionRules(view: BrokerView): void {
  for (const element of view.elements) {
    flowRules(view, element);
    const completion = elementOf(elementOf(element, 'loopCharacteristics') ?? element, 'completionCondition');
    mayBeFeel(view, element, textOf(completion, 'body')?.trim() ?? null);
    for (const definition of eventDefinitionsOf(element)) timerRules(view, element, definition);
    if (element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process')) startRules(view, element);
  }
  for (const root of [
    ...rootElements(view.model.definitions, 'bpmn:Message'),
    ...rootElements(view.model.definitions, 'bpmn:Signal'),
  ]) {
    mayBeFeel(view, root, textOf(root, 'name'));
  }
}

function flowRules(view: BrokerView, element: ModdleElement): void {
  if (element.$type !== 'bpmn:SequenceFlow') return;
  const condition = elementOf(element, 'conditionExpression');
  if (condition) mustBeFeel(view, element, (textOf(condition, 'body') ?? '').trim());
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
      if (startsProcess && !startTimeReads(text, reads)) unreadableTime(view, element, text);
    } else if (!reads(text)) unreadableTime(view, element, text);
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
