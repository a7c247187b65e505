/**
 * clocks/ owns how a deadline looks, everywhere the same: words, tone, icon and bar.
 * This file is the pure part: what to say of a clock at an instant.
 */
import type { ClockView } from '../../../shared/contracts';
import type { Language } from '../text/useText';

/** grey = paused or set aside, green = met, neutral = running, amber = soon, red = overdue or met late */
export type ClockTone = 'grey' | 'green' | 'neutral' | 'amber' | 'red';
export type ClockSign = 'clock' | 'warning' | 'overdue' | 'done' | 'late' | 'paused' | 'superseded';

export interface ClockDescription {
  tone: ClockTone;
  sign: ClockSign;
  /** the state in one or two words, so that colour never stands alone */
  word: string;
  /** time left or overdue, as spoken: "còn 5 giờ 12 phút" */
  text: string;
  /** filled share of the bar, 0 to 1 */
  ratio: number;
}

type ClockFacts = Pick<
  ClockView,
  'state' | 'startAt' | 'dueAt' | 'amberAt' | 'stoppedAt' | 'elapsedRatio' | 'pausedRanges' | 'supersededBy'
>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WORDS = {
  vi: {
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    underMinute: 'dưới 1 phút',
    left: (span: string) => `còn ${span}`,
    over: (span: string) => `quá hạn ${span}`,
    met: (span: string) => `xong sớm ${span}`,
    missed: (span: string) => `xong trễ ${span}`,
    paused: (span: string) => `tạm dừng, còn ${span}`,
    superseded: 'đã thay bằng hạn khác',
    ended: 'đã thôi tính',
    words: {
      running: 'Trong hạn',
      amber: 'Sắp hết hạn',
      overdue: 'Quá hạn',
      met: 'Đúng hạn',
      missed: 'Trễ hạn',
      paused: 'Tạm dừng',
      superseded: 'Đã thay',
      ended: 'Thôi tính',
    },
  },
  en: {
    day: 'd',
    hour: 'h',
    minute: 'min',
    underMinute: 'under 1 min',
    left: (span: string) => `${span} left`,
    over: (span: string) => `${span} overdue`,
    met: (span: string) => `done ${span} early`,
    missed: (span: string) => `done ${span} late`,
    paused: (span: string) => `paused, ${span} left`,
    superseded: 'replaced by another deadline',
    ended: 'no longer counted',
    words: {
      running: 'On time',
      amber: 'Due soon',
      overdue: 'Overdue',
      met: 'Met',
      missed: 'Met late',
      paused: 'Paused',
      superseded: 'Replaced',
      ended: 'Ended',
    },
  },
} as const;

/** "2 ngày 3 giờ", "5 giờ 12 phút", "12 phút": the two largest units, nothing smaller. */
export function spanInWords(milliseconds: number, language: Language): string {
  const words = WORDS[language];
  const span = Math.abs(milliseconds);
  if (span < MINUTE) return words.underMinute;
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  const parts: [number, string][] =
    days > 0
      ? [
          [days, words.day],
          [hours, words.hour],
        ]
      : [
          [hours, words.hour],
          [minutes, words.minute],
        ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

const time = (instant: string): number => new Date(instant).getTime();
const clamp = (ratio: number): number => (Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0);

function elapsed(clock: ClockFacts, now: Date): number {
  const paused = clock.pausedRanges.reduce(
    (sum, range) => sum + ((range.to ? time(range.to) : now.getTime()) - time(range.from)),
    0,
  );
  const term = time(clock.dueAt) - time(clock.startAt) - paused;
  return term > 0 ? clamp((now.getTime() - time(clock.startAt) - paused) / term) : 1;
}

export function describeClock(clock: ClockFacts, now: Date, language: Language): ClockDescription {
  const words = WORDS[language];
  const due = time(clock.dueAt);
  const of = (
    tone: ClockTone,
    sign: ClockSign,
    word: keyof typeof words.words,
    text: string,
    ratio: number,
  ): ClockDescription => ({ tone, sign, word: words.words[word], text, ratio });

  switch (clock.state) {
    case 'MET':
      return of(
        'green',
        'done',
        'met',
        words.met(spanInWords(due - time(clock.stoppedAt ?? clock.dueAt), language)),
        1,
      );
    case 'MISSED':
      return of(
        'red',
        'late',
        'missed',
        words.missed(spanInWords(time(clock.stoppedAt ?? clock.dueAt) - due, language)),
        1,
      );
    case 'SUPERSEDED':
      // Of a clock that is known to have no successor it would be untrue that another one runs instead.
      return clock.supersededBy === null
        ? of('grey', 'superseded', 'ended', words.ended, clamp(clock.elapsedRatio))
        : of('grey', 'superseded', 'superseded', words.superseded, clamp(clock.elapsedRatio));
    case 'PAUSED': {
      const since = clock.pausedRanges.find((range) => range.to === null)?.from;
      const left = due - (since ? time(since) : now.getTime());
      return of('grey', 'paused', 'paused', words.paused(spanInWords(left, language)), clamp(clock.elapsedRatio));
    }
    default: {
      const left = due - now.getTime();
      if (left <= 0) return of('red', 'overdue', 'overdue', words.over(spanInWords(left, language)), 1);
      const text = words.left(spanInWords(left, language));
      return now.getTime() >= time(clock.amberAt)
        ? of('amber', 'warning', 'amber', text, elapsed(clock, now))
        : of('neutral', 'clock', 'running', text, elapsed(clock, now));
    }
  }
}
