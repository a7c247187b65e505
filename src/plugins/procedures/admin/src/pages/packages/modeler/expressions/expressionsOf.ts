/**
 * modeler/expressions/ owns writing FEEL: which expressions an element has, an editor that knows the names that exist there
 * and the engine's functions, and trying one on a case. This file finds the expressions of an element.
 */
import type { ElementMoment } from '../../../../../../shared/expressions-contract';
import { type Connection, type Drawn, isFlow, type Moddle, type Shape } from '../drawing';

export type ExpressionKind =
  | 'condition'
  | 'groups'
  | 'users'
  | 'assignee'
  | 'dueDate'
  | 'followUpDate'
  | 'input'
  | 'output'
  | 'script'
  | 'decision'
  | 'called'
  | 'jobType'
  | 'retries'
  | 'collection'
  | 'roundResult'
  | 'completion'
  | 'timer'
  | 'message'
  | 'correlation';

export interface ElementExpression {
  /** one of the element's, steady while it is drawn on */
  key: string;
  kind: ExpressionKind;
  /** of a mapping: the name that is written; of a way: where it leads */
  name: string | null;
  /** as it stands in the drawing, with its `=`; empty: none yet */
  text: string;
  /** whose expression it is: the way itself, for a condition that is shown at its gateway */
  element: Drawn;
  holder: Moddle;
  property: string;
  moment: ElementMoment;
}

/** When it is evaluated, where that is not while the case stands at the element. */
const MOMENTS: Partial<Record<ExpressionKind, ElementMoment>> = {
  condition: 'leave',
  input: 'enter',
  output: 'leave',
  collection: 'before',
  roundResult: 'leave',
  completion: 'leave',
  timer: 'before',
  message: 'before',
  correlation: 'before',
};

export const momentOf = (kind: ExpressionKind | null): ElementMoment => (kind && MOMENTS[kind]) ?? 'within';

/** The platform's own key of a wait for a term: nobody writes it. */
const OWN_KEY = /^=\s*string\(random number\(\)\)\s*$/;
const DECIDES = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

/** What is written with `=`; of a way that is chosen by a condition also the one that is still missing. */
export function expressionsOf(element: Drawn): ElementExpression[] {
  if (isFlow(element)) return conditionsOf([element]);
  if (DECIDES.includes(element.type) && (element as Shape).outgoing.length > 1)
    return conditionsOf((element as Shape).outgoing);
  const { businessObject } = element;
  const found: ElementExpression[] = [];
  const add = (kind: ExpressionKind, holder: Moddle | undefined, property: string, name: string | null = null) => {
    const text = holder?.[property as keyof Moddle];
    if (!holder || typeof text !== 'string' || !text.startsWith('=') || OWN_KEY.test(text)) return;
    found.push({ key: `${kind} ${found.length}`, kind, name, text, element, holder, property, moment: momentOf(kind) });
  };
  const extension = (type: string, of: Moddle | undefined = businessObject) =>
    of?.extensionElements?.values?.find((one) => one.$type === type);
  const people = extension('zeebe:AssignmentDefinition');
  add('groups', people, 'candidateGroups');
  add('users', people, 'candidateUsers');
  add('assignee', people, 'assignee');
  const plan = extension('zeebe:TaskSchedule');
  add('dueDate', plan, 'dueDate');
  add('followUpDate', plan, 'followUpDate');
  const mapping = extension('zeebe:IoMapping');
  for (const one of mapping?.inputParameters ?? []) add('input', one, 'source', one.target);
  add('decision', extension('zeebe:CalledDecision'), 'decisionId');
  add('called', extension('zeebe:CalledElement'), 'processId');
  add('script', extension('zeebe:Script'), 'expression');
  const work = extension('zeebe:TaskDefinition');
  add('jobType', work, 'type');
  add('retries', work, 'retries');
  const loop = extension('zeebe:LoopCharacteristics', businessObject.loopCharacteristics);
  add('collection', loop, 'inputCollection');
  add('roundResult', loop, 'outputElement');
  add('completion', businessObject.loopCharacteristics?.completionCondition, 'body');
  for (const one of [businessObject, ...(businessObject.eventDefinitions ?? [])]) {
    for (const kind of ['timeDuration', 'timeDate', 'timeCycle'] as const) add('timer', one[kind], 'body');
    add('message', one.messageRef, 'name');
    add('correlation', extension('zeebe:Subscription', one.messageRef), 'correlationKey');
  }
  for (const one of mapping?.outputParameters ?? []) add('output', one, 'source', one.target);
  return found;
}

/** A way that is taken when no other is has no condition. */
const conditionsOf = (flows: Connection[]): ElementExpression[] =>
  flows
    .filter(
      (flow) =>
        DECIDES.includes(flow.source.type) &&
        flow.source.outgoing.length > 1 &&
        flow.source.businessObject.default !== flow.businessObject,
    )
    .map((flow) => ({
      key: `condition ${flow.id}`,
      kind: 'condition',
      name: flow.businessObject.name || flow.target.businessObject.name || null,
      text: flow.businessObject.conditionExpression?.body ?? '',
      element: flow,
      holder: flow.businessObject,
      property: 'conditionExpression',
      moment: momentOf('condition'),
    }));
