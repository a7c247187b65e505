// Owns the comparing of one clock. A rule may have run more than once in a case: the expectation is met by any clock of
// it that has all that is said. Pure.
import type { ExpectedClock, TrialClock, TrialObservation, TrialVerdict } from '../../../../shared/trials-contract';
import type { LocalText } from '../../packages/types';
import { told } from './verdict-words';

export function judgeClock(step: number, wanted: ExpectedClock, seen: Pick<TrialObservation, 'clocks'>): TrialVerdict {
  const ofRule = seen.clocks.filter(
    (clock) =>
      [clock.rule, clock.ruleId].includes(wanted.rule) &&
      (wanted.variant === undefined || clock.variant === wanted.variant),
  );
  const ok = ofRule.some(
    (clock) =>
      (wanted.state === undefined || clock.state === wanted.state) &&
      (wanted.stage === undefined || clock.stage === wanted.stage) &&
      (wanted.due === undefined || new Date(clock.due).getTime() === new Date(wanted.due).getTime()),
  );
  const name = titled(wanted.rule, ofRule[0]);
  const sentence = (language: 'vi' | 'en') => {
    const expected = said(wanted, language);
    const actual = ofRule.map((clock) => said(clock, language)).join(' / ') || NOT_STARTED[language];
    const title = { vi: `hạn ${name}`, en: `clock ${name}` };
    return told(step, title, expected, actual, ok)[language];
  };
  return {
    ok,
    what: 'clocks',
    expected: wanted,
    actual: ofRule,
    element: null,
    why: null,
    vi: sentence('vi'),
    en: sentence('en'),
  };
}

const NOT_STARTED: LocalText = { vi: 'chưa chạy', en: 'not started' };
const WORDS: Record<string, LocalText> = {
  RUNNING: { vi: 'đang chạy', en: 'running' },
  PAUSED: { vi: 'tạm dừng', en: 'paused' },
  MET: { vi: 'xong đúng hạn', en: 'met' },
  MISSED: { vi: 'xong trễ hạn', en: 'missed' },
  SUPERSEDED: { vi: 'đã thay', en: 'superseded' },
  NEUTRAL: { vi: 'chưa gần hạn', en: 'not near' },
  AMBER: { vi: 'sắp đến hạn', en: 'amber' },
  DUE: { vi: 'đã đến hạn', en: 'due' },
  ESCALATED: { vi: 'đã báo lên trên', en: 'escalated' },
};

const titled = (rule: string, clock: TrialClock | undefined) => (clock?.title ? `${rule} (${clock.title.vi})` : rule);

const said = ({ state, stage, due }: ExpectedClock | TrialClock, language: 'vi' | 'en'): string =>
  [state, stage, due].flatMap((part) => (part === undefined ? [] : [WORDS[part]?.[language] ?? part])).join(', ') ||
  (language === 'vi' ? 'đã chạy' : 'started');
