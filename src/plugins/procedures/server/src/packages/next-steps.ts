// Owns what can follow an element of a model, as people see it: the next tasks, waits and ends, each with the answers at
// the branches on the way. Pure, over the read model; what is done by machine is passed over.
import type { NextStep } from '../../../shared/next-step';
import { allFlowElements, elementOf, isA, listOf, textOf } from './model-elements';

const MAX_STEPS = 20;

interface Walk {
  readonly elements: readonly ModdleElement[];
  readonly steps: NextStep[];
  readonly seen: Set<string>;
}

/** `definitions`: of the model that holds the element. */
export function nextSteps(definitions: ModdleElement, elementId: string): NextStep[] {
  const elements = allFlowElements(definitions);
  const from = elements.find((element) => element.id === elementId);
  const walk: Walk = { elements, steps: [], seen: new Set() };
  if (from) goOn(walk, from, []);
  return walk.steps;
}

const nameOf = (element: ModdleElement): string => (textOf(element, 'name') ?? '').replace(/\s+/g, ' ').trim();

function goOn(walk: Walk, from: ModdleElement, when: string[]): void {
  const outgoing = walk.elements.filter(
    (element) => isA(element, 'bpmn:SequenceFlow') && elementOf(element, 'sourceRef')?.id === from.id,
  );
  if (outgoing.length === 0) leaveScope(walk, from, when);
  const isChoice = isA(from, 'bpmn:ExclusiveGateway') || isA(from, 'bpmn:InclusiveGateway');
  for (const flow of outgoing) {
    const target = elementOf(flow, 'targetRef');
    const answer = isChoice && outgoing.length > 1 ? [answerOf(from, flow)] : [];
    if (target) arrive(walk, target, [...when, ...answer.filter((words) => words !== '')]);
  }
}

/** The question at the gateway and the answer on the flow; a flow without words is every other case, or always taken. */
function answerOf(gateway: ModdleElement, flow: ModdleElement): string {
  const condition = textOf(elementOf(flow, 'conditionExpression'), 'body')?.replace(/\s/g, '');
  if (isA(gateway, 'bpmn:InclusiveGateway') && condition === '=true' && !nameOf(flow)) return '';
  const question = nameOf(gateway);
  const answer = nameOf(flow) || 'trường hợp khác';
  return question ? `${question} ${answer}` : answer;
}

/** The end of a sub-process is followed by what follows the sub-process. */
function leaveScope(walk: Walk, from: ModdleElement, when: string[]): void {
  const scope = from.$parent as ModdleElement | undefined;
  if (scope && isA(scope, 'bpmn:SubProcess') && scope.triggeredByEvent !== true) goOn(walk, scope, when);
}

function arrive(walk: Walk, element: ModdleElement, when: string[]): void {
  const key = `${element.id}|${when.join('|')}`;
  if (walk.seen.has(key) || walk.seen.size > 500 || walk.steps.length >= MAX_STEPS) return;
  walk.seen.add(key);
  const kind = kindOf(element);
  const isEndOfScope = kind === 'end' && isA(element.$parent as ModdleElement, 'bpmn:SubProcess');
  if (kind && !isEndOfScope) {
    const id = String(element.id);
    const known = walk.steps.find((step) => step.id === id);
    // One line a step: reached by two answers, it names both.
    if (known) known.when = [...new Set([...known.when, ...when])];
    else walk.steps.push({ kind, id, title: nameOf(element) || id, when });
    return;
  }
  const start = isA(element, 'bpmn:SubProcess')
    ? listOf(element, 'flowElements').find((one) => isA(one, 'bpmn:StartEvent'))
    : undefined;
  goOn(walk, start ?? element, when);
}

function kindOf(element: ModdleElement): NextStep['kind'] | null {
  if (isA(element, 'bpmn:UserTask')) return 'task';
  if (isA(element, 'bpmn:CallActivity')) return 'process';
  if (isA(element, 'bpmn:EndEvent')) return 'end';
  return isA(element, 'bpmn:IntermediateCatchEvent') || isA(element, 'bpmn:ReceiveTask') ? 'wait' : null;
}
