// Owns what the broker demands of references beyond the schema's "there is such an id": they lead to an element of the right
// kind, in the same process. The broker does not say so kindly: it cannot cast, or finds null.
import { elementOf, eventDefinitionsOf, isA, listOf, processOf } from '../model-elements';
import { type BrokerView, outgoingOf } from './broker-view';

const KINDS: readonly [property: string, kind: string][] = [
  ['messageRef', 'bpmn:Message'],
  ['signalRef', 'bpmn:Signal'],
  ['errorRef', 'bpmn:Error'],
  ['escalationRef', 'bpmn:Escalation'],
  ['attachedToRef', 'bpmn:Activity'],
];

const CHOICES = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

/** Where flows are only counted, what they are is not seen. */
function looksAt(element: ModdleElement, property: string): boolean {
  if (element.$type === 'bpmn:ExclusiveGateway') return false;
  return element.$type !== 'bpmn:InclusiveGateway' || (property === 'outgoing' && outgoingOf(element).length > 1);
}

/** What comes in is looked at only where nothing or one flow may come in. */
const readsIncoming = (element: ModdleElement, afterEventGateway: ReadonlySet<ModdleElement>): boolean =>
  ['bpmn:BoundaryEvent', 'bpmn:InclusiveGateway'].includes(element.$type) || afterEventGateway.has(element);

export function referenceRules(view: BrokerView): void {
  const afterEventGateway = new Set(
    view.elements
      .filter((element) => element.$type === 'bpmn:EventBasedGateway')
      .flatMap(outgoingOf)
      .flatMap((flow) => elementOf(flow, 'targetRef') ?? []),
  );
  const sources = new Set(view.elements.flatMap((flow) => elementOf(flow, 'sourceRef') ?? []));
  // A choice's flows are counted by each flow that leaves it.
  const readsOutgoing = (element: ModdleElement) => !CHOICES.includes(element.$type) || sources.has(element);
  const listsReadOf = (element: ModdleElement): string[] => [
    ...(readsIncoming(element, afterEventGateway) ? ['incoming'] : []),
    ...(readsOutgoing(element) ? ['outgoing'] : []),
  ];
  const ids = new Map(view.elements.map((element) => [element.id ?? '', element]));
  for (const { element, property } of view.model.warnings) {
    const holder = ids.get(element ?? '');
    if (holder && listsReadOf(holder).some((one) => `bpmn:${one}` === property)) refuse(view, holder, property ?? '');
  }
  for (const element of view.elements) {
    if (element.$type === 'bpmn:SequenceFlow') {
      for (const property of ['sourceRef', 'targetRef']) {
        const end = elementOf(element, property);
        if (!end || !isA(end, 'bpmn:FlowNode') || processOf(end) !== processOf(element))
          refuse(view, element, property);
      }
    }
    for (const property of listsReadOf(element).filter((one) => looksAt(element, one))) {
      if (listOf(element, property).some((flow) => flow.$type !== 'bpmn:SequenceFlow')) refuse(view, element, property);
    }
    for (const holder of [element, ...eventDefinitionsOf(element)]) {
      for (const [property, kind] of KINDS) {
        const referred = elementOf(holder, property);
        if (referred && !isA(referred, kind)) refuse(view, holder, property);
      }
    }
  }
}

const refuse = (view: BrokerView, element: ModdleElement | null, property: string): void =>
  view.refuse(
    element,
    'reference-kind',
    `Tham chiếu ${property} phải dẫn tới phần tử đúng loại trong cùng quy trình.`,
    `Expected ${property} to lead to an element of the right kind in the same process, but it does not.`,
  );
