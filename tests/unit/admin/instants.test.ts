/** Instants are read and typed in the office's time zone, whatever zone this machine is in. */
import {
  formatDay,
  formatInstant,
  formatTime,
  fromLocalInput,
  toLocalInput,
} from '../../../src/plugins/procedures/admin/src/time/instants';
import {
  isLate,
  NOW,
  OF_PAPER,
  occurrenceBody,
  occurrenceFault,
  withTime,
} from '../../../src/plugins/procedures/admin/src/time/lateEntry';

const now = new Date('2026-11-22T07:05:00Z');

describe('instants', () => {
  it('shows day/month/year and 24 hours in the zone of the office', () => {
    expect(formatInstant('2026-11-22T07:05:00Z')).toBe('22/11/2026 14:05');
    expect(formatDay('2026-11-22T18:00:00Z')).toBe('23/11/2026');
    expect(formatTime('2026-11-21T17:00:00Z')).toBe('00:00');
  });
  it('shows a dash for what is absent or no date', () => {
    expect(formatInstant(null)).toBe('–');
    expect(formatInstant('soon')).toBe('–');
  });
  it('gives back the instant that was typed', () => {
    expect(toLocalInput(now)).toBe('2026-11-22T14:05');
    expect(fromLocalInput('2026-11-22T14:05')?.toISOString()).toBe('2026-11-22T07:05:00.000Z');
    expect(fromLocalInput('2026-01-01T00:00')?.toISOString()).toBe('2025-12-31T17:00:00.000Z');
    expect(fromLocalInput('')).toBeNull();
  });
  it('reads the year while it is being typed, figure by figure, as a year of few figures', () => {
    for (const year of ['0002', '0020', '0202', '2026']) {
      const typed = `${year}-11-22T14:05`;
      const instant = fromLocalInput(typed);
      expect(instant && toLocalInput(instant)).toBe(typed);
      expect(instant?.toISOString().slice(0, 4)).toBe(year);
    }
  });
});

describe('late entry', () => {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it('begins after five minutes', () => {
    expect(isLate(ago(5), now)).toBe(false);
    expect(isLate(ago(6), now)).toBe(true);
    expect(isLate(null, now)).toBe(false);
  });
  it('needs a reason that says something', () => {
    expect(occurrenceFault({ at: ago(60), reason: '  ' }, now)).toBe('REASON_MISSING');
    expect(occurrenceFault({ at: ago(60), reason: 'mất mạng' }, now)).toBeNull();
  });
  it('does not take an emptied field, or a year of few figures, for now', () => {
    const opened = { at: ago(60), reason: 'mất mạng' };
    expect(occurrenceFault(withTime(opened, null), now)).toBe('TIME_MISSING');
    expect(occurrenceFault(withTime(opened, fromLocalInput('0026-11-22T14:05')), now)).toBe('TIME_MISSING');
    expect(occurrenceFault(withTime(withTime(opened, null), ago(30)), now)).toBeNull();
  });
  it('guesses no time for a paper, and asks why it is entered late however short ago it was written', () => {
    expect(occurrenceFault(OF_PAPER, now)).toBe('TIME_MISSING');
    const written = withTime(OF_PAPER, ago(2));
    expect(occurrenceFault(written, now)).toBe('REASON_MISSING');
    expect(occurrenceBody({ ...written, reason: 'mất điện' }, now)).toEqual({
      at: ago(2).toISOString(),
      lateReason: 'mất điện',
    });
  });
  it('refuses the future', () => {
    expect(occurrenceFault({ at: ago(-10), reason: '' }, now)).toBe('IN_FUTURE');
  });
  it('sends nothing when it is now, and a reason only when it is late', () => {
    expect(occurrenceBody(NOW, now)).toEqual({});
    expect(occurrenceBody({ at: ago(2), reason: 'left over' }, now)).toEqual({ at: ago(2).toISOString() });
    expect(occurrenceBody({ at: ago(60), reason: ' mất mạng ' }, now)).toEqual({
      at: ago(60).toISOString(),
      lateReason: 'mất mạng',
    });
  });
});
