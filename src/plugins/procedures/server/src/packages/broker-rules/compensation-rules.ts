// Owns what the broker demands of compensation events: what they undo lies in the same scope and can be undone.
import { elementOf, eventDefinitionsOf, isA } from '../model-elements';
import { type BrokerView, boundaryEventsOf } from './broker-view';

export function compensationEventRules(view: BrokerView, event: ModdleElement, definition: ModdleElement): void {
  if (definition.$type !== 'bpmn:CompensateEventDefinition') return;
  const throws = event.$type === 'bpmn:EndEvent' || event.$type === 'bpmn:IntermediateThrowEvent';
  if (throws && definition.waitForCompletion === false) {
    view.refuse(
      event,
      'compensation-wait',
      'Sự kiện bù trừ phải chờ bù trừ xong.',
      'Expected the compensation event to wait for completion, but it does not.',
    );
  }
  const activity = elementOf(definition, 'activityRef');
  if (!activity) return;
  const undoable =
    (isA(activity, 'bpmn:SubProcess') && activity.triggeredByEvent !== true) ||
    boundaryEventsOf(activity)
      .flatMap(eventDefinitionsOf)
      .some((one) => one.$type === 'bpmn:CompensateEventDefinition');
  const scope = event.$parent;
  const isEventScope = scope?.$type === 'bpmn:SubProcess' && scope.triggeredByEvent === true;
  const sameScope = activity.$parent === scope || (isEventScope && activity.$parent === scope?.$parent);
  if (undoable && sameScope) return;
  view.refuse(
    definition,
    'compensation-activity',
    `Bước "${activity.id}" không bù trừ được từ đây.`,
    `Expected an activity of the same scope that can be compensated, but it is "${activity.id}".`,
  );
}
