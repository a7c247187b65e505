// Owns where a term starts: the anchor of a rule, read from the event, the record, earlier events or another clock.

import { startOfDay } from '../calendars/local-time';
import type { FeelContext } from '../feel/evaluate-feel';
import type { ClockUnit } from '../packages/types';
import type { BusinessEvent, OpenClock, StartedClock } from './types';

/** What a clock can be anchored to: one of the case's, or one that this very event started. */
export type BaseClock = Pick<
  OpenClock | StartedClock,
  'ruleId' | 'rule' | 'startAt' | 'dueAt' | 'dueDay' | 'nominalDay'
>;

export interface AnchorSources {
  readonly event: BusinessEvent;
  readonly context: FeelContext;
  readonly eventTimes: Readonly<Record<string, Date>>;
  readonly timeZone: string;
  findBase(ruleId: string): BaseClock | undefined;
}

export interface ResolvedAnchor {
  readonly startAt: Date;
  readonly base?: BaseClock;
}

/** Undefined when what the anchor names is not there (yet). */
export function resolveAnchor(anchor: string, unit: ClockUnit, sources: AnchorSources): ResolvedAnchor | undefined {
  const [kind, rest = ''] = splitOnce(anchor, ':');
  if (kind === 'clock') {
    const base = sources.findBase(rest);
    return base && { startAt: chainStart(base, unit, sources.timeZone), base };
  }
  const startAt =
    kind === 'event'
      ? rest === ''
        ? sources.event.at
        : lastOf(rest, sources)
      : recordInstant(anchor, sources.context);
  return startAt && { startAt };
}

/**
 * A chain of days or months goes on from the day the base nominally ended, so that a holiday is not won twice; one of
 * hours from its due. A term counted back from the base spans the base: it starts with it.
 */
function chainStart(base: BaseClock, unit: ClockUnit, timeZone: string): Date {
  if (unit === 'daysBefore') return base.startAt;
  if (unit === 'hours' || unit === 'minutes') return base.dueAt;
  return startOfDay(base.nominalDay, timeZone);
}

function lastOf(codes: string, { event, eventTimes }: AnchorSources): Date | undefined {
  const times = codes.split(',').flatMap((code) => {
    const time = code === event.code ? event.at : eventTimes[code];
    return time ? [time.getTime()] : [];
  });
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

/** `record.receivedAtUnit`, `record.a.b`: an instant on the record, as a Date or ISO text. */
function recordInstant(path: string, context: FeelContext): Date | undefined {
  const value = path.split('.').reduce<unknown>(member, context);
  const instant = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

function member(holder: unknown, name: string): unknown {
  return holder !== null && typeof holder === 'object' ? (holder as Record<string, unknown>)[name] : undefined;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
