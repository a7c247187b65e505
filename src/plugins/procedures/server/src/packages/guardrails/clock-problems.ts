// Owns the statutory terms: a rule with a legal basis may not go, lose that basis, run longer, start at fewer events, wait
// on more, stop at more, or be taken from the task that it was bound to.
import { parametersRead } from '../parameters-read';
import type { ReadPackage } from '../read-package';
import type { ClockRuleDefinition, ClockTrigger, Parameter } from '../types';
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
    if (!now.legalBasis?.trim()) {
      forbid(
        'clock-basis-dropped',
        'manifest.json',
        rule.id,
        law,
        `Thời hạn luật định "${rule.id}" phải còn ghi căn cứ pháp lý.`,
        `Expected the statutory term "${rule.id}" to go on naming its legal basis, but it names none.`,
      );
    }
    const reason = longer(rule, now) ?? outgrown(rule, base, changed);
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

/** In what a rule runs longer than another, or null. What is shorter, or only differs in words, is no growth. */
export function longer(before: ClockRuleDefinition, after: ClockRuleDefinition): string | null {
  const written = (rule: ClockRuleDefinition) => `${rule.length} ${rule.unit}`;
  if (written(before) !== written(after) && !isShorter(before, after)) return `${written(before)} → ${written(after)}`;
  if (before.rolling === 'NONE' && after.rolling !== 'NONE') return 'rolling';
  if (before.notAfter && after.notAfter !== before.notAfter) return 'notAfter';
  const lists = ['pause', 'supersede', 'stop'] as const;
  const grown = lists.find((name) => (after[name] ?? []).some((one) => !holds(before[name], one)));
  if (grown) return grown;
  // What has been paused goes on later, or never.
  if ((before.resume ?? []).some((one) => !holds(after.resume, one))) return 'resume';
  if (startsOtherwise(before, after)) return 'start';
  return before.tracking === 'ENFORCED' && after.tracking !== 'ENFORCED' ? 'tracking' : null;
}

const holds = (triggers: readonly ClockTrigger[] | null | undefined, wanted: ClockTrigger): boolean =>
  (triggers ?? []).some((one) => one.event === wanted.event && sameWhen(one, wanted));

/** Of several starts for one event the first that holds counts: what is new or was moved before another wins over it. */
function startsOtherwise(before: ClockRuleDefinition, after: ClockRuleDefinition): boolean {
  const of = (rule: ClockRuleDefinition, event: string) =>
    rule.start.filter((one) => one.event === event).map((one) => `${one.when ?? ''}|${one.anchor}`);
  return [...new Set(before.start.map((one) => one.event))].some((event) => {
    const [was, is] = [of(before, event), of(after, event)];
    return was.some((one, at) => is.includes(one) && is.indexOf(one) !== at);
  });
}

/** A length that reads a parameter grows with what the parameter may be. */
function outgrown(rule: ClockRuleDefinition, base: ReadPackage, changed: ReadPackage): string | null {
  if (typeof rule.length !== 'string') return null;
  for (const name of parametersRead(rule.length)) {
    const was = base.manifest.parameters.find((one) => one.name === name);
    const is = changed.manifest.parameters.find((one) => one.name === name);
    if (was?.type !== 'integer') continue;
    const most = (one: Parameter | undefined) =>
      one?.type === 'integer' && typeof one.max === 'number' ? one.max : Number.POSITIVE_INFINITY;
    const grown =
      is?.type !== 'integer' || most(is) > Math.max(most(was), Number(was.default)) || Number(is.default) > most(was);
    if (grown) return `params.${name}`;
  }
  return null;
}

/** Only where both are numbers of units that can be compared; a term that counts back grows when its number shrinks. */
function isShorter(before: ClockRuleDefinition, after: ClockRuleDefinition): boolean {
  if (typeof before.length !== 'number' || typeof after.length !== 'number') return false;
  if (before.unit === after.unit)
    return before.unit === 'daysBefore' ? after.length >= before.length : after.length <= before.length;
  // A day is counted to its end, and the day that it begins on is not counted.
  if (after.unit === 'calendarDays') {
    if (after.rolling !== 'NONE') return false;
    if (before.unit === 'workingDays') return after.length <= before.length;
    const minutes = MINUTES[before.unit];
    return minutes !== undefined && (after.length + 1) * 24 * 60 <= before.length * minutes;
  }
  const [old, fresh] = [MINUTES[before.unit], MINUTES[after.unit]];
  return old !== undefined && fresh !== undefined && after.length * fresh <= before.length * old;
}

const sameWhen = (a: ClockTrigger, b: ClockTrigger): boolean => (a.when ?? null) === (b.when ?? null);
