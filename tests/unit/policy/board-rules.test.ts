import { boardUnits, isOnBoard, pressedUnits } from '../../../src/plugins/procedures/server/src/policy/board-scope';
import { caseAccess } from '../../../src/plugins/procedures/server/src/policy/case-access';
import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import { reminderSubject } from '../../../src/plugins/procedures/server/src/reminders/reminder-subject';
import { aCase, actor, administrator, aTask, clerk, headOfDesk, leader, stranger } from './actors';

const overseer = actor({ groups: ['BOARD/oversight'], units: ['BOARD'], overseen: ['DESK', 'FIELD'] });
const standing = actor({
  groups: ['FIELD/standing'],
  units: ['FIELD'],
  headOf: ['FIELD'],
  follows: ['BOARD', 'DESK'],
});
const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'ALLOWED' : decision.code);
const aReminder = (given: object = {}) => ({
  ...reminderSubject({ tenant_id: 'north', from_unit: 'FIELD', to_unit: 'DESK', round: 1, answered_at: null }, null),
  ...given,
});

describe('whose work is on a board', () => {
  it('is of units led, overseen or followed, and of nobody for others', () => {
    expect(boardUnits(headOfDesk)).toEqual(['DESK']);
    expect(boardUnits(leader)).toEqual(['DESK', 'FIELD']);
    expect(boardUnits(overseer)).toEqual(['BOARD', 'DESK', 'FIELD']);
    expect(boardUnits(standing)).toEqual(['BOARD', 'DESK', 'FIELD']);
    for (const nobody of [clerk, administrator]) expect(boardUnits(nobody)).toEqual([]);
  });

  it('goes by the unit that a task was given to, not by where its case lies', () => {
    const elsewhere = aTask({ candidateGroups: ['DESK/clerk'], case: aCase({ handlingUnit: 'FIELD' }) });
    expect([isOnBoard(headOfDesk, elsewhere), isOnBoard(stranger, elsewhere)]).toEqual([true, false]);
    expect(isOnBoard(headOfDesk, aTask({ candidateGroups: [], case: aCase({ handlingUnit: 'DESK' }) }))).toBe(true);
    expect(isOnBoard(headOfDesk, aTask({ candidateGroups: ['FIELD/x', 'DESK/clerk'] }))).toBe(false);
  });

  it('knows of a restricted case only where the own unit takes part', () => {
    const restricted = (units: string[]) => aTask({ case: aCase({ restricted: true, participatingUnits: units }) });
    expect(isOnBoard(leader, restricted(['DESK']))).toBe(false);
    expect(isOnBoard(headOfDesk, restricted(['DESK']))).toBe(true);
    expect(codeOf(decide(standing, 'task.remind', restricted(['DESK'])))).toBe('NOT_FOUND');
  });
});

describe('the standing unit', () => {
  it('sees a line of cases of units it follows, keeps the content of cases it takes part in, and nothing restricted', () => {
    expect(caseAccess(standing, aCase({ handlingUnit: 'DESK' }))).toBe('summary');
    expect(caseAccess(standing, aCase({ handlingUnit: 'DESK', participatingUnits: ['FIELD'] }))).toBe('content');
    expect(caseAccess(standing, aCase({ handlingUnit: 'DESK', restricted: true }))).toBe('none');
    expect(caseAccess(standing, aCase({ handlingUnit: 'OUTSIDE' }))).toBe('none');
  });

  it('may remind whoever holds a task of another unit, and do nothing else with it', () => {
    const task = aTask({ candidateGroups: ['DESK/clerk'], assignee: 'somebody' });
    expect(codeOf(decide(standing, 'task.remind', task))).toBe('ALLOWED');
    expect(codeOf(decide(standing, 'task.assign', task))).toBe('NOT_THE_HEAD');
    expect(codeOf(decide(standing, 'task.read', task))).toBe('NOT_A_CANDIDATE');
  });
});

describe('a reminder that needs an answer', () => {
  it('is sent to units beneath and followed, never to the own', () => {
    expect(pressedUnits(standing)).toEqual(['BOARD', 'DESK']);
    expect(codeOf(decide(standing, 'reminder.send', aReminder()))).toBe('ALLOWED');
    expect(codeOf(decide(standing, 'reminder.send', aReminder({ toUnit: 'FIELD' })))).toBe('UNIT_NOT_FOLLOWED');
    expect(codeOf(decide(leader, 'reminder.send', aReminder()))).toBe('ALLOWED');
    for (const who of [headOfDesk, clerk])
      expect(codeOf(decide(who, 'reminder.send', aReminder()))).toBe('UNIT_NOT_FOLLOWED');
    expect(codeOf(decide(stranger, 'reminder.send', aReminder()))).toBe('NOT_FOUND');
  });

  it('is answered once, by the head of the unit', () => {
    expect(codeOf(decide(headOfDesk, 'reminder.answer', aReminder()))).toBe('ALLOWED');
    expect(codeOf(decide(headOfDesk, 'reminder.answer', aReminder({ isAnswered: true })))).toBe('REMINDER_ANSWERED');
    expect(codeOf(decide(leader, 'reminder.answer', aReminder()))).toBe('NOT_THE_HEAD');
    expect(codeOf(decide(clerk, 'reminder.answer', aReminder()))).toBe('NOT_FOUND');
  });

  it('is not known where its case is not', () => {
    const about = aReminder({ case: aCase({ restricted: true, participatingUnits: ['DESK'] }) });
    expect(codeOf(decide(headOfDesk, 'reminder.read', about))).toBe('ALLOWED');
    for (const action of ['reminder.read', 'reminder.send', 'reminder.answer'] as const)
      expect(codeOf(decide(leader, action, about))).toBe('NOT_FOUND');
  });
});
