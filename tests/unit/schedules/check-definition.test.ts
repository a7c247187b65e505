import path from 'node:path';
import { definitionProblems } from '../../../src/plugins/procedures/server/src/schedules/check-definition';
import { readSeeds } from '../../../src/plugins/procedures/server/src/tenants/tenant-seed';
import type { ScheduleDefinition } from '../../../src/plugins/procedures/shared/schedules-contract';
import { BEFORE_SIXTH_OF_JANUARY, period, schedule } from './a-schedule';

const paths = (given: Partial<ScheduleDefinition>) =>
  definitionProblems({ ...schedule(), ...given }, new Set(['DESK'])).map((problem) => problem.path);

describe('what a schedule must say', () => {
  it('lets a complete one be, also without a due', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ due: null, active: false })).toEqual([]);
  });

  it('names the field of every fault', () => {
    expect(paths({ period: period('YEAR', 13, 32) })).toEqual(['period.startMonth', 'period.startDay']);
    expect(paths({ period: period('CUSTOM') })).toEqual(['period.months', 'period.startYear']);
    expect(paths({ period: period('QUARTER'), due: BEFORE_SIXTH_OF_JANUARY })).toEqual(['due.month']);
    expect(paths({ due: { kind: 'WORKING_DAYS', days: 0 } })).toEqual(['due.days']);
    expect(paths({ owner: 'NOBODY', recipients: [], informs: ['NOBODY'] })).toEqual(['owner', 'recipients', 'informs']);
    expect(paths({ confirmation: { state: 'CONFIRMED' } })).toEqual([
      'confirmation.by',
      'confirmation.at',
      'confirmation.document',
    ]);
  });

  it('does not break on values of a wrong kind', () => {
    const broken = { title: null, period: null, opens: null, confirmation: null, recipients: 'x', informs: 1 };
    expect(() => definitionProblems({ ...schedule(), ...broken } as never, new Set(['DESK']))).not.toThrow();
  });
});

describe('the schedules of the seeds', () => {
  it('are complete; active where the plan gives a date, inactive without a due where it gives none', async () => {
    const seeds = await readSeeds(path.join(process.cwd(), 'database', 'seeds'));
    const told = seeds.flatMap((seed) =>
      (seed.schedules ?? []).map(({ code, definition }) => {
        expect(definitionProblems(definition, new Set(seed.units.map((unit) => unit.code)))).toEqual([]);
        expect(definition.confirmation.state).toBe('UNCONFIRMED');
        return [seed.tenant.id, code, definition.active, definition.due !== null];
      }),
    );
    expect(told).toEqual([
      ['bach-dang', 'R29-THANG', false, false],
      ['bach-dang', 'R29-QUY', false, false],
      ['bach-dang', 'R29-6-THANG', false, false],
      ['bach-dang', 'R29-NAM', false, false],
      ['tam-thanh', 'R28', true, true],
    ]);
  });
});
