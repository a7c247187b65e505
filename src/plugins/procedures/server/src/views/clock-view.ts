// Owns how a clock is shown to every page and API.
import type { Knex } from 'knex';
import type { ClockView } from '../../../shared/contracts';
import type { ClockRuleDefinition } from '../packages/types';
import { QUESTION_RULE, QUESTION_TITLE } from '../questions/question-rule';
import type { ClockRecord } from '../storage/rows';
import { type BodyNames, bodyNames } from './body-names';

/** `names`: of the case's package; without them only units are named. */
export async function clockViews(
  knex: Knex,
  clocks: ClockRecord[],
  now: Date,
  names?: BodyNames,
): Promise<ClockView[]> {
  if (clocks.length === 0) return [];
  const bodies = names ?? (await bodyNames(knex, clocks[0].tenant_id));
  const rules: {
    tenant_id: string;
    package_id: string;
    rule_id: string;
    version: number;
    definition: ClockRuleDefinition;
  }[] = await knex('procedures.clock_rules')
    .whereIn('tenant_id', [...new Set(clocks.map((clock) => clock.tenant_id))])
    .whereIn('rule_id', [...new Set(clocks.map((clock) => clock.rule_id))]);
  const ofQuestions = clocks.filter((clock) => clock.rule_id === QUESTION_RULE);
  const terms: { tenant_id: string; version: number; legal_basis: string }[] =
    ofQuestions.length === 0
      ? []
      : await knex('procedures.question_terms')
          .whereIn('tenant_id', [...new Set(ofQuestions.map((clock) => clock.tenant_id))])
          .whereIn('version', [...new Set(ofQuestions.map((clock) => clock.rule_version))]);
  return clocks.map((clock) => {
    const rule = rules.find(
      (one) =>
        one.tenant_id === clock.tenant_id &&
        one.package_id === clock.package_id &&
        one.rule_id === clock.rule_id &&
        one.version === clock.rule_version,
    )?.definition;
    const term = terms.find((one) => one.tenant_id === clock.tenant_id && one.version === clock.rule_version);
    const ofQuestion = {
      title: QUESTION_TITLE,
      legalBasis: term?.legal_basis ?? '',
      confirmation: null,
    };
    const shown = clockView(clock, clock.rule_id === QUESTION_RULE ? ofQuestion : rule, now);
    return { ...shown, ownerTitle: bodies(clock.owner), supersededBy: successorOf(clock, clocks)?.id ?? null };
  });
}

/** The clock that stands in its place: named by it, or begun by the very event that ended it. */
function successorOf(clock: ClockRecord, clocks: readonly ClockRecord[]): ClockRecord | undefined {
  if (clock.state !== 'SUPERSEDED') return undefined;
  const named = clocks.find((one) => one.id === clock.superseded_by);
  if (named || clock.stopped_by === null) return named;
  const begun = clocks.filter((one) => one.id !== clock.id && one.started_by === clock.stopped_by);
  return begun.find((one) => one.rule === clock.rule) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** What of a clock is shown. */
type ShownClock = Pick<
  ClockRecord,
  | ('id' | 'rule' | 'variant' | 'owner' | 'tracking' | 'state' | 'stage' | 'derivation')
  | ('start_at' | 'due_at' | 'amber_at' | 'stopped_at' | 'superseded_reason' | 'paused_ranges')
>;

export function clockView(
  clock: ShownClock,
  rule:
    | (Pick<ClockRuleDefinition, 'title' | 'legalBasis'> & { confirmation: ClockRuleDefinition['confirmation'] | null })
    | undefined,
  now: Date,
): ClockView {
  const until = clock.stopped_at ?? now;
  const whole = clock.due_at.getTime() - clock.start_at.getTime();
  return {
    id: clock.id,
    rule: clock.rule,
    variant: clock.variant,
    title: rule?.title ?? { vi: clock.rule, en: clock.rule },
    legalBasis: rule?.legalBasis ?? '',
    // A rule that is gone has nobody's confirmation; a term that the office sets itself needs none.
    confirmation: rule ? rule.confirmation : { state: 'UNCONFIRMED' },
    owner: clock.owner,
    tracking: clock.tracking,
    state: clock.state,
    // Shown by the clock itself: the scheduler may be a moment behind.
    stage:
      clock.state === 'RUNNING'
        ? now > clock.due_at
          ? 'DUE'
          : now >= clock.amber_at
            ? 'AMBER'
            : 'NEUTRAL'
        : clock.stage,
    startAt: clock.start_at.toISOString(),
    dueAt: clock.due_at.toISOString(),
    amberAt: clock.amber_at.toISOString(),
    stoppedAt: clock.stopped_at?.toISOString() ?? null,
    supersededReason: clock.superseded_reason ? JSON.parse(clock.superseded_reason) : null,
    derivation: clock.derivation,
    elapsedRatio: whole <= 0 ? 1 : Math.max(0, (until.getTime() - clock.start_at.getTime()) / whole),
    pausedRanges: clock.paused_ranges,
  };
}
