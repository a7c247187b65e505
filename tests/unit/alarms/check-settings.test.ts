import { checkAlarmSettings } from '../../../src/plugins/procedures/server/src/alarms/check-settings';
import type { AlarmSettings } from '../../../src/plugins/procedures/shared/alarms-contract';

const GROUPS = ['DESK/clerk', 'DESK/head'];
const good: AlarmSettings = {
  steps: [{ afterMinutes: 5, to: 'SHIFT_DEPUTY' }],
  contacts: [{ code: 'HEAD', title: 'Head of the office', phone: '+84 900 000 101' }],
  desks: [{ group: 'DESK/clerk', sound: true }],
  planners: ['DESK/head'],
  repeatSeconds: 4,
};
const faults = (change: object): string[] => {
  try {
    checkAlarmSettings({ ...good, ...change }, GROUPS);
  } catch (error) {
    const { detail } = error as { detail: { problems: { path: string; vi: string; en: string }[] } };
    for (const { vi, en } of detail.problems) expect([vi, en]).not.toContain('');
    return detail.problems.map(({ path }) => path);
  }
  return [];
};

test('settings that are right are kept as they are', () => {
  expect(checkAlarmSettings({ ...good }, GROUPS)).toEqual(good);
});
test.each([
  ['a chain that reaches nobody', { steps: [] }, ['steps']],
  ['a step at once', { steps: [{ afterMinutes: 0, to: 'UNIT_HEAD' }] }, ['steps']],
  ['a step to an unknown place', { steps: [{ afterMinutes: 5, to: 'MAYOR' }] }, ['steps']],
  [
    'two steps to one place',
    {
      steps: [
        { afterMinutes: 5, to: 'UNIT_HEAD' },
        { afterMinutes: 9, to: 'UNIT_HEAD' },
      ],
    },
    ['steps'],
  ],
  ['no list of steps', { steps: 'soon' }, ['steps']],
  ['a number that cannot be dialled', { contacts: [{ ...good.contacts[0], phone: 'call me' }] }, ['contacts[0].phone']],
  ['a number that is a script', { contacts: [{ ...good.contacts[0], phone: '1<script>' }] }, ['contacts[0].phone']],
  ['a contact without a title', { contacts: [{ ...good.contacts[0], title: ' ' }] }, ['contacts[0].title']],
  ['a code twice', { contacts: [good.contacts[0], good.contacts[0]] }, ['contacts[1].code']],
  ['a code in small letters', { contacts: [{ ...good.contacts[0], code: 'head' }] }, ['contacts[0].code']],
  ['a desk of no package', { desks: [{ group: 'DESK/ghost', sound: true }] }, ['desks']],
  ['a planner of no package', { planners: ['GHOST/head'] }, ['planners']],
  ['no planners at all', { planners: null }, ['planners']],
  ['a pause of nothing', { repeatSeconds: 0 }, ['repeatSeconds']],
  ['several faults at once', { repeatSeconds: 'x', steps: [null] }, ['steps', 'repeatSeconds']],
] as [string, object, string[]][])('refuses %s, and says where', (_what, change, paths) => {
  expect(faults(change)).toEqual(paths);
});
test('short emergency numbers can be dialled', () => {
  expect(faults({ contacts: [{ code: 'EMERGENCY', title: 'Emergency', phone: '115' }] })).toEqual([]);
});
