// expressions/ owns what people need to write FEEL that the engine evaluates: the names that exist at an element
// (variables-at.ts and what it asks), cases to try on (samples), and the engine's own answer (try-expression.ts, whose
// half inside a trial host is trials/host/expression-bench.ts).
//
// This file owns the way back from an element: every element that may have been passed before it. A pure walk over the
// drawing; what cannot be known (loops, events at any time) counts as passed.
import { elementOf, flowElementsOf, isA, listOf } from '../packages/model-elements';

/** Scopes around the element, innermost first, the process last. */
export function scopesOf(element: ModdleElement): ModdleElement[] {
  const scopes: ModdleElement[] = [];
  for (let scope = element.$parent; scope; scope = scope.$parent)
    if (isA(scope, 'bpmn:SubProcess') || scope.$type === 'bpmn:Process') scopes.push(scope);
  return scopes;
}

/** The elements that may have been passed before `element`, itself not among them unless a way leads back to it. */
export function wayTo(element: ModdleElement): Set<ModdleElement> {
  const passed = new Set<ModdleElement>();
  const asked = new Set<ModdleElement>();
  const queue = [element];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (asked.has(one)) continue;
    asked.add(one);
    for (const before of directlyBefore(one)) {
      passed.add(before);
      for (const inside of flowElementsOf(before)) passed.add(inside);
      queue.push(before);
    }
    const scope = one.$parent;
    if (!scope || !isA(scope, 'bpmn:SubProcess')) continue;
    queue.push(scope);
    // It may begin at any time while what is around it goes on.
    if (scope.triggeredByEvent === true && scope.$parent)
      for (const around of flowElementsOf(scope.$parent)) if (!isInside(around, scope)) passed.add(around);
  }
  return passed;
}

function directlyBefore(element: ModdleElement): ModdleElement[] {
  if (element.$type === 'bpmn:SequenceFlow') {
    const source = elementOf(element, 'sourceRef');
    return source ? [source] : [];
  }
  const host = elementOf(element, 'attachedToRef');
  return [
    ...listOf(element, 'incoming').flatMap((flow) => elementOf(flow, 'sourceRef') ?? []),
    // What it is attached to has begun, and perhaps gone far.
    ...(host ? [host] : []),
  ];
}

const isInside = (element: ModdleElement, scope: ModdleElement): boolean =>
  element === scope || scopesOf(element).includes(scope);
