// Owns the statutory terms: a rule with a legal basis may not go, run longer, start at fewer events, wait on more, or be
// taken from the task that it was bound to.
import type { ReadPackage } from '../read-package';
import type { ClockRuleDefinition, ClockTrigger } from '../types';
import type { Forbid } from './guardrail-problem';

/** In minutes, where units can be compared at all. */
const MINUTES: Record<string, number> = { minutes: 1, hours: 60, calendarDays: 24 * 60 };

export function clockProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  for (const rule of base.manifest.clockRules.filter((one) => one.legalBasis)) {
    const law = rule.legalBasis ?? '';
    const now = changed.manifest.clockRules.find((one) => one.id === rule.id);
    if (!now) {
      forbid(
        'clock-dropped',
        'manifest.json',
        rule.id,
        law,
        `Thời hạn luật định "${rule.id}" không được bỏ.`,
        `Expected the statutory term "${rule.id}" to stay, but it is gone.`,
      );
      continue;
    }
    const reason = longer(rule, now);
    if (reason) {
      forbid(
        'clock-lengthened',
        'manifest.json',
        rule.id,
        law,
        `Thời hạn luật định "${rule.id}" không được kéo dài: ${reason}.`,
        `Expected the statutory term "${rule.id}" not to grow, but: ${reason}.`,
      );
    }
    const lost = rule.start.filter(
      (start) =>
        !now.start.some((one) => one.event === start.event && one.anchor === start.anchor && sameWhen(one, start)),
    );
    if (lost.length > 0) {
      const events = lost.map((one) => one.event).join(', ');
      forbid(
        'clock-unbound',
        'manifest.json',
        rule.id,
        law,
        `Thời hạn luật định "${rule.id}" phải bắt đầu khi có ${events}.`,
        `Expected the statutory term "${rule.id}" to start at ${events}, but it does not.`,
      );
    }
  }
  const statutory = new Set(base.manifest.clockRules.filter((one) => one.legalBasis).map((one) => one.id));
  for (const [id, element] of Object.entries(base.manifest.elements)) {
    for (const clock of element.clocks ?? []) {
      if (
        !statutory.has(clock) ||
        !changed.manifest.elements[id] ||
        changed.manifest.elements[id].clocks?.includes(clock)
      )
        continue;
      const law = base.manifest.clockRules.find((one) => one.id === clock)?.legalBasis ?? '';
      forbid(
        'clock-unbound',
        'manifest.json',
        id,
        law,
        `Bước "${id}" phải còn gắn thời hạn luật định "${clock}".`,
        `Expected step "${id}" to stay bound to the statutory term "${clock}", but it is not.`,
      );
    }
  }
}

function longer(before: ClockRuleDefinition, after: ClockRuleDefinition): string | null {
  const written = (rule: ClockRuleDefinition) => `${rule.length} ${rule.unit}`;
  if (written(before) !== written(after) && !isShorter(before, after)) return `${written(before)} → ${written(after)}`;
  if (before.rolling === 'NONE' && after.rolling !== 'NONE') return 'rolling';
  if (before.notAfter && after.notAfter !== before.notAfter) return 'notAfter';
  const added = (name: 'pause' | 'supersede') =>
    (after[name] ?? []).some(
      (one) => !(before[name] ?? []).some((known) => known.event === one.event && sameWhen(known, one)),
    );
  if (added('pause')) return 'pause';
  if (added('supersede')) return 'supersede';
  return before.tracking === 'ENFORCED' && after.tracking !== 'ENFORCED' ? 'tracking' : null;
}

/** Only where both are numbers of units that can be compared; a term that counts back grows when its number shrinks. */
function isShorter(before: ClockRuleDefinition, after: ClockRuleDefinition): boolean {
  if (typeof before.length !== 'number' || typeof after.length !== 'number') return false;
  if (before.unit === after.unit)
    return before.unit === 'daysBefore' ? after.length >= before.length : after.length <= before.length;
  const [old, fresh] = [MINUTES[before.unit], MINUTES[after.unit]];
  return old !== undefined && fresh !== undefined && after.length * fresh <= before.length * old;
}

const sameWhen = (a: ClockTrigger, b: ClockTrigger): boolean => (a.when ?? null) === (b.when ?? null);
