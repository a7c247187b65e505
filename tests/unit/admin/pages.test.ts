/** Pure parts of single pages. */

import { newId } from '../../../src/plugins/procedures/admin/src/api/newId';
import { monthDays } from '../../../src/plugins/procedures/admin/src/pages/calendar/monthGrid';
import { newVersionBody, newVersionFaults } from '../../../src/plugins/procedures/admin/src/pages/calendar/newVersion';
import { landingPage } from '../../../src/plugins/procedures/admin/src/pages/landing/landingPage';
import { incidentWords } from '../../../src/plugins/procedures/admin/src/pages/operations/incidentWords';
import { recordLag } from '../../../src/plugins/procedures/admin/src/pages/operations/recordLag';
import { taskUrl } from '../../../src/plugins/procedures/admin/src/pages/tasks/taskUrl';

describe('monthDays', () => {
  it('knows leap years and the weekday of each day', () => {
    expect(monthDays(2028, 2)).toHaveLength(29);
    expect(monthDays(2026, 11)[0]).toEqual({ day: '2026-11-01', date: 1, weekday: 7 });
    expect(monthDays(2027, 2)[0].weekday).toBe(1);
  });
});

describe('a new version of a clock rule', () => {
  const draft = {
    length: '7',
    legalBasis: ' Điều 1 ',
    confirmed: false,
    by: '',
    at: '2026-11-22',
    document: '',
    reason: 'sửa luật',
  };
  it('needs a number or an expression, and a reason', () => {
    expect(newVersionFaults(draft)).toEqual([]);
    expect(newVersionFaults({ ...draft, length: '= params.N' })).toEqual([]);
    expect(newVersionFaults({ ...draft, length: 'bảy', reason: ' ' })).toEqual(['length', 'reason']);
  });
  it('needs who, when and which document once it is called confirmed', () => {
    expect(newVersionFaults({ ...draft, confirmed: true, at: '' })).toEqual(['by', 'at', 'document']);
  });
  it('sends a decimal comma as a number and the day in the zone of the office', () => {
    const body = newVersionBody(
      { packageId: 'p', version: 3 },
      { ...draft, length: '1,5', confirmed: true, by: 'A', document: 'QĐ 1' },
    );
    expect(body).toMatchObject({ packageId: 'p', version: 3 });
    expect(body.definition.length).toBe(1.5);
    expect(body.definition.legalBasis).toBe('Điều 1');
    expect(body.definition.confirmation).toEqual({
      state: 'CONFIRMED',
      by: 'A',
      at: '2026-11-21T17:00:00.000Z',
      document: 'QĐ 1',
    });
  });
});

describe('operations', () => {
  it('sums what is behind, in positions larger than a number can hold', () => {
    const lag = [
      { partitionId: 1, lastPosition: '9007199254740993', cursor: '9007199254740991' },
      { partitionId: 2, lastPosition: '5', cursor: '9' },
    ];
    expect(recordLag(lag)).toBe(2);
  });
  it("prefers the server's words for an incident, and always has some", () => {
    expect(incidentWords({ errorType: 'X', plain: { vi: 'a', en: 'b' } }).vi).toBe('a');
    expect(incidentWords({ errorType: 'CONDITION_ERROR' }).en).toContain('gateway');
    expect(incidentWords({ errorType: 'NEVER_HEARD_OF' }).vi).toContain('đứng lại');
  });
});

describe('taskUrl', () => {
  it("keeps the list's filters but not its open row", () => {
    expect(taskUrl('t1', '?view=unit&open=t0')).toBe('/plugins/procedures/tasks/t1?view=unit');
    expect(taskUrl('t1')).toBe('/plugins/procedures/tasks/t1');
  });
});

describe('landingPage', () => {
  it('brings whoever has tasks to them, and whoever has one page to that', () => {
    expect(landingPage(['cases', 'tasks', 'intake'])).toBe('tasks');
    expect(landingPage(['calendar'])).toBe('calendar');
    expect(landingPage(['calendar', 'operations'])).toBeNull();
    expect(landingPage([])).toBeNull();
  });
});

describe('newId', () => {
  it('is a uuid of version 4, another one each time', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
