// Owns plain rules, clocks and inputs for tests of the core: nothing of any procedure is in them.

import { calendarOf } from '../../../src/plugins/procedures/server/src/calendars/calendar';
import type { ClockRule, DecideClocksInput, OpenClock } from '../../../src/plugins/procedures/server/src/clocks/types';

export const calendar = calendarOf({
  timeZone: 'Asia/Ho_Chi_Minh',
  weekend: [6, 7],
  revision: 1,
  days: [{ day: '2026-05-01', kind: 'HOLIDAY', name: 'Labour Day' }],
});

/** `2026-05-11 08:20` in the calendar's zone. */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`);

export function aRule(id: string, more: Partial<ClockRule> = {}): ClockRule {
  return {
    id,
    rule: id,
    variant: null,
    version: 1,
    title: { vi: 'Hạn', en: 'Term' },
    legalBasis: 'Luật',
    confirmation: { state: 'UNCONFIRMED' },
    owner: 'UNIT',
    tracking: 'ENFORCED',
    unit: 'calendarDays',
    length: 3,
    rolling: 'NEXT_WORKING_DAY',
    start: [{ event: 'BEGIN', anchor: 'event' }],
    stop: [{ event: 'END' }],
    ...more,
  };
}

export function anOpenClock(ruleId: string, more: Partial<OpenClock> = {}): OpenClock {
  return {
    id: `clock-${ruleId}`,
    ruleId,
    rule: ruleId,
    variant: null,
    owner: 'UNIT',
    tracking: 'ENFORCED',
    unit: 'calendarDays',
    length: 3,
    startAt: at('2026-05-11 08:20'),
    dueAt: at('2026-05-15 00:00'),
    nominalDay: '2026-05-14',
    dueDay: '2026-05-14',
    state: 'RUNNING',
    ...more,
  };
}

export function anInput(code: string, when: string, more: Partial<DecideClocksInput> = {}): DecideClocksInput {
  return {
    event: { code, at: at(when), data: {} },
    rules: [],
    openClocks: [],
    context: { record: {}, params: {}, case: { handlingUnit: 'UNIT' }, facts: {} },
    eventTimes: {},
    calendar,
    ...more,
  };
}
