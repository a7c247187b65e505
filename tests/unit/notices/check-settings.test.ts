import {
  checkPreferences,
  checkTenantSettings,
} from '../../../src/plugins/procedures/server/src/notices/check-settings';
import { DEFAULT_SETTINGS } from '../../../src/plugins/procedures/server/src/notices/tenant-settings';
import type { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';

const problemsOf = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    const { problems } = (error as ProblemError).detail as { problems: { path: string }[] };
    return problems.map((problem) => problem.path);
  }
};

describe('settings of a tenant', () => {
  const check = (change: object) => problemsOf(() => checkTenantSettings({ ...DEFAULT_SETTINGS, ...change }));

  it('are taken as they are when they make sense', () => {
    expect(checkTenantSettings({ ...DEFAULT_SETTINGS })).toEqual(DEFAULT_SETTINGS);
    expect(check({ quiet: null })).toEqual([]);
  });

  it.each([
    ['quiet', { quiet: { from: '25:00', to: '06:30' } }],
    ['quiet', { quiet: { from: '06:30', to: '06:30' } }],
    ['digestTimes', { digestTimes: [] }],
    ['digestTimes', { digestTimes: ['7h'] }],
    ['mail', { mail: { CLOCK_DUE: 'NOW' } }],
    ['urgentKinds', { urgentKinds: ['NOTHING'] }],
    ['escalateAfterMinutes', { escalateAfterMinutes: 0 }],
    ['escalation', { escalation: [] }],
    ['escalation', { escalation: [{ stage: 'DUE', afterMinutes: -1, to: 'UNIT' }] }],
    ['escalation', { escalation: [null] }],
    ['escalation', { escalation: [1, 2].map(() => ({ stage: 'DUE', afterMinutes: 0, to: 'UNIT' })) }],
  ])('name %s when it is wrong', (path, change) => {
    expect(check(change)).toContain(path);
  });
});

it("a person's choices hold only what was chosen, and refuse what does not exist", () => {
  const chosen = { quiet: 'off', digestTimes: null, mail: { MENTION: 'NEVER' } };
  expect(checkPreferences(chosen)).toEqual(chosen);
  expect(problemsOf(() => checkPreferences({ quiet: 'loud', digestTimes: 7, mail: { NOTHING: 'NOW' } }))).toEqual([
    'quiet',
    'digestTimes',
    'mail',
  ]);
});
