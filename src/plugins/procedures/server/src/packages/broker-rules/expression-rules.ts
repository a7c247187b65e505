// Owns what the broker demands of expressions and fixed values: where one is needed, where it must be FEEL, and that a
// fixed time can be read.

import { elementOf, eventDefinitionsOf, isA, rootElements, textOf } from '../model-elements';
import type { BrokerView } from './broker-view';
import { constantOf } from './constants';
import { isExpression, mayBeFeel, mustBeFeel, unreadableTime } from './expressions';
import { isCycle, isInstant, isInterval } from './time-texts';

const READS = { timeDuration: isInterval, timeDate: isInstant, timeCycle: isCycle };
type Kind = keyof typeof READS;
const KINDS = Object.keys(READS) as Kind[];

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
      if (isExpression(name) ? (constantOf(name.slice(1))?.isText ?? true) : !isNumber(name)) continue;
      view.refuse(
        element,
        'start-name',
        `Tên "${name}" ở sự kiện bắt đầu phải là chữ cố định.`,
        `Expected a fixed text as name at the start event, but it is "${name}".`,
      );
    }
  }
}

function timerRules(view: BrokerView, element: ModdleElement, definition: ModdleElement): void {
  if (definition.$type !== 'bpmn:TimerEventDefinition' || !isA(element, 'bpmn:CatchEvent')) return;
  const startsProcess = element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process');
  for (const kind of KINDS) {
    if (!elementOf(definition, kind)) continue;
    const text = (textOf(elementOf(definition, kind), 'body') ?? '').trim();
    mayBeFeel(view, element, text);
    if (isExpression(text)) {
      if (startsProcess && !startTimeReads(text, kind)) unreadableTime(view, element, text);
    } else if (!READS[kind](text)) unreadableTime(view, element, text);
    return;
  }
}

function startTimeReads(expression: string, kind: Kind): boolean {
  const constant = constantOf(expression.slice(1));
  // A syntax error is said already; what the engine alone can compute is believed.
  if (!constant) return true;
  const { value, isText } = constant;
  return typeof value === 'string' && (isText || kind !== 'timeCycle') && READS[kind](value);
}
