/** What an item of the outline says: its name, its kind, who does it, by when, and what comes next. */
import type { DraftView, PackageProblem } from '../../../../../../shared/packages-contract';
import type { Text, TextKey } from '../../../../text/useText';
import { type Connection, isFlow, type Shape } from '../drawing';
import { groupsOf, listOf } from '../taskProperties';
import type { OutlineItem } from './outlineOf';

export interface ItemWords {
  name: string;
  /** kind, people, terms and the next step, in one line */
  about: string;
  problems: string[];
  /** the law that locks it */
  lock: string | null;
}

const KINDS: Record<string, TextKey> = {
  'bpmn:UserTask': 'outline.kind.userTask',
  'bpmn:StartEvent': 'outline.kind.start',
  'bpmn:EndEvent': 'outline.kind.end',
  'bpmn:BoundaryEvent': 'outline.kind.boundary',
  'bpmn:IntermediateCatchEvent': 'outline.kind.catch',
  'bpmn:IntermediateThrowEvent': 'outline.kind.throw',
  'bpmn:ExclusiveGateway': 'outline.kind.exclusive',
  'bpmn:InclusiveGateway': 'outline.kind.inclusive',
  'bpmn:ParallelGateway': 'outline.kind.parallel',
  'bpmn:EventBasedGateway': 'outline.kind.eventBased',
  'bpmn:BusinessRuleTask': 'outline.kind.decision',
  'bpmn:CallActivity': 'outline.kind.call',
  'bpmn:SubProcess': 'outline.kind.subProcess',
  'bpmn:Participant': 'outline.kind.participant',
  'bpmn:SequenceFlow': 'outline.kind.way',
};

type Words = Pick<Text, 't' | 'pick'>;

export function describeItem(
  { element, next }: OutlineItem,
  draft: Pick<DraftView, 'choices' | 'tasks' | 'locks'>,
  problems: readonly PackageProblem[],
  { t, pick }: Words,
): ItemWords {
  const nameless = t('outline.nameless');
  const kind = t(KINDS[element.type] ?? 'outline.kind.other');
  const nextName = next ? next.businessObject.name || t(KINDS[next.type] ?? 'outline.kind.other') : null;
  const own = problems.filter((one) => one.element === element.id).map(pick);
  const lock = draft.locks.find((one) => one.element === element.id)?.law ?? null;
  if (isFlow(element)) {
    const name = t('outline.way', { to: nextName ?? nameless });
    return { name, about: conditionWords(element, { t, pick }), problems: own, lock };
  }
  const parts = [kind];
  if (element.type === 'bpmn:UserTask') {
    const groups = groupsOf(element);
    parts.push(
      t('outline.by', { who: labelOf(draft.choices.groups, groups) || t('outline.nobody') }),
      ...listOf(element, 'clocks', draft.tasks).map((id) =>
        t('outline.term', { term: labelOf(draft.choices.clocks, id) }),
      ),
    );
  }
  if (nextName) parts.push(t('outline.next', { next: nextName }));
  const name = element.businessObject.name || nameless;
  return { name, about: parts.join(' · '), problems: own, lock };
}

function conditionWords(flow: Connection, { t }: Words): string {
  const { name, conditionExpression } = flow.businessObject;
  const source = flow.source as Shape;
  if (source.businessObject.default?.id === flow.id) return t('outline.otherwise');
  const words = name || conditionExpression?.body?.replace(/^=/, '').trim();
  return words && words !== 'true' ? t('outline.when', { condition: words }) : t('outline.always');
}

const labelOf = (choices: readonly { value: string; label: string }[], value: string): string =>
  choices.find((one) => one.value === value)?.label ?? value;
