/** Where things stand on the common axis of a case's clocks: pure, in milliseconds and shares of the width. */
import type { ClockView } from '../../../shared/contracts';

export type AxisZoom = 'day' | 'week' | 'month' | 'all';
export interface AxisRange {
  from: number;
  to: number;
}
export interface AxisTick {
  at: number;
  label: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SPAN: Record<Exclude<AxisZoom, 'all'>, number> = { day: DAY, week: 7 * DAY, month: 31 * DAY };
/** The office's time zone has no summer time. */
const OFFSET = 7 * HOUR;

const time = (instant: string): number => new Date(instant).getTime();

/** Everything that happens to the clocks, with the present, and a little room at both ends. */
export function wholeRange(clocks: readonly ClockView[], now: Date): AxisRange {
  const instants = clocks.flatMap((clock) => [
    time(clock.startAt),
    time(clock.dueAt),
    ...(clock.stoppedAt ? [time(clock.stoppedAt)] : []),
  ]);
  const hasOpen = clocks.some(({ state }) => state === 'RUNNING' || state === 'PAUSED');
  const all = hasOpen || instants.length === 0 ? [...instants, now.getTime()] : instants;
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((to - from) * 0.04, HOUR);
  return { from: from - room, to: to + room };
}

/** The part that is looked at: `zoom` wide around `center`, never outside by more than half of it. */
export function rangeOf(zoom: AxisZoom, center: number, whole: AxisRange): AxisRange {
  if (zoom === 'all') return whole;
  const half = SPAN[zoom] / 2;
  const middle = Math.min(Math.max(center, whole.from), whole.to);
  return { from: middle - half, to: middle + half };
}

/** 0 at the left end, 1 at the right one; outside is outside. */
export const shareOf = (range: AxisRange, at: number): number => (at - range.from) / (range.to - range.from);

/** Clipped to what is seen; null: nothing of it is. */
export function barOf(range: AxisRange, from: number, to: number): { left: number; width: number } | null {
  const left = Math.max(0, shareOf(range, from));
  const right = Math.min(1, shareOf(range, Math.max(from, to)));
  return right <= 0 || left >= 1 || right < left ? null : { left, width: right - left };
}

const STEPS = [HOUR, 3 * HOUR, 6 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY];

/** Between four and nine lines, on full hours or days of the office. */
export function ticksOf(range: AxisRange): AxisTick[] {
  const span = range.to - range.from;
  const step = STEPS.find((one) => span / one <= 8) ?? Math.ceil(span / (8 * DAY)) * DAY;
  const ticks: AxisTick[] = [];
  for (let at = Math.ceil((range.from + OFFSET) / step) * step - OFFSET; at < range.to; at += step) {
    const local = new Date(at + OFFSET).toISOString();
    const day = `${local.slice(8, 10)}/${local.slice(5, 7)}`;
    const isMidnight = local.slice(11, 16) === '00:00';
    ticks.push({ at, label: step >= DAY ? day : isMidnight ? day : local.slice(11, 16) });
  }
  return ticks;
}

/** Where the clock's line ends: when it was stopped, else now where it is overdue, else its due. */
export function endOf(clock: ClockView, now: Date): number {
  if (clock.stoppedAt) return time(clock.stoppedAt);
  return Math.max(time(clock.dueAt), Math.min(now.getTime(), time(clock.dueAt) + DAY));
}

/** A clock that stands in another's place comes right under it. */
export function inChains(clocks: readonly ClockView[]): ClockView[] {
  const byId = new Map(clocks.map((clock) => [clock.id, clock]));
  const follows = new Set(
    clocks.flatMap(({ supersededBy }) => (supersededBy && byId.has(supersededBy) ? [supersededBy] : [])),
  );
  const first = clocks.filter(({ id }) => !follows.has(id)).sort((a, b) => a.startAt.localeCompare(b.startAt));
  const placed = new Set<string>();
  const rows: ClockView[] = [];
  for (const start of first) {
    for (
      let next: ClockView | undefined = start;
      next && !placed.has(next.id);
      next = byId.get(next.supersededBy ?? '')
    ) {
      placed.add(next.id);
      rows.push(next);
    }
  }
  return rows;
}
