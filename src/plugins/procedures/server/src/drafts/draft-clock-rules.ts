// Owns how the terms of a draft are shown: which are plain enough for the form, and which steps show them as their due.
import type { DraftClockRule } from '../../../shared/packages-contract';
import type { ClockRuleDefinition, Manifest } from '../packages/types';

const UNITS = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months'];

export const draftClockRules = (manifest: Manifest): DraftClockRule[] =>
  manifest.clockRules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    unit: rule.unit,
    length: typeof rule.length === 'number' ? rule.length : null,
    legalBasis: rule.legalBasis ?? null,
    startEvents: rule.start.map((one) => one.event),
    stopEvents: rule.stop.map((one) => one.event),
    steps: Object.entries(manifest.elements).flatMap(([, { clocks, title }]) =>
      clocks?.includes(rule.id) ? [title.vi] : [],
    ),
    isSimple: isSimpleClockRule(rule),
  }));

/** Nothing in it that the form cannot say. */
export function isSimpleClockRule(rule: ClockRuleDefinition): boolean {
  const [start, ...more] = rule.start;
  return (
    typeof rule.length === 'number' &&
    UNITS.includes(rule.unit) &&
    rule.tracking === 'ENFORCED' &&
    start !== undefined &&
    more.length === 0 &&
    start.anchor === 'event' &&
    !start.when &&
    rule.stop.every((one) => !one.when) &&
    [rule.supersede, rule.pause, rule.resume].every((list) => (list ?? []).length === 0) &&
    !rule.notAfter
  );
}
