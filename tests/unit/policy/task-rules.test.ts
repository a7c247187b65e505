import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import { aCase, aTask, clerk, fieldWorker, headOfDesk, leader } from './actors';

const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'ALLOWED' : decision.code);
const claimed = aTask({ assignee: clerk.personId });
const colleague = { ...clerk, personId: 'person-9' };

describe('a task', () => {
  it('is read by its candidates, its assignee and the head of their unit', () => {
    for (const who of [clerk, headOfDesk]) expect(decide(who, 'task.read', aTask()).allowed).toBe(true);
    expect(decide(fieldWorker, 'task.read', aTask({ assignee: fieldWorker.personId })).allowed).toBe(true);
    for (const who of [fieldWorker, leader]) expect(codeOf(decide(who, 'task.read', aTask()))).toBe('NOT_A_CANDIDATE');
  });

  it('is claimed by a candidate while it is open and nobody else has it', () => {
    expect(codeOf(decide(clerk, 'task.claim', aTask()))).toBe('ALLOWED');
    expect(codeOf(decide(clerk, 'task.claim', claimed))).toBe('ALLOWED');
    expect(codeOf(decide(colleague, 'task.claim', claimed))).toBe('TASK_ALREADY_CLAIMED');
    expect(codeOf(decide(headOfDesk, 'task.claim', aTask()))).toBe('NOT_A_CANDIDATE');
    expect(codeOf(decide(clerk, 'task.claim', aTask({ state: 'COMPLETING' })))).toBe('TASK_NOT_OPEN');
  });

  it('is given back by its assignee, or by the head of the unit', () => {
    expect(codeOf(decide(clerk, 'task.release', claimed))).toBe('ALLOWED');
    expect(codeOf(decide(headOfDesk, 'task.release', claimed))).toBe('ALLOWED');
    expect(codeOf(decide(colleague, 'task.release', claimed))).toBe('NOT_THE_ASSIGNEE');
    expect(codeOf(decide(headOfDesk, 'task.release', aTask()))).toBe('TASK_NOT_OPEN');
  });

  it('is saved and completed by its assignee alone', () => {
    for (const action of ['task.saveDraft', 'task.complete'] as const) {
      expect(codeOf(decide(clerk, action, claimed))).toBe('ALLOWED');
      expect(codeOf(decide(clerk, action, aTask()))).toBe('NOT_THE_ASSIGNEE');
      expect(codeOf(decide(colleague, action, claimed))).toBe('NOT_THE_ASSIGNEE');
      expect(codeOf(decide(clerk, action, aTask({ assignee: clerk.personId, state: 'COMPLETED' })))).toBe(
        'TASK_NOT_OPEN',
      );
    }
  });

  it('is not completed by an assignee who has lost the position since', () => {
    expect(codeOf(decide({ ...clerk, groups: [] }, 'task.complete', claimed))).toBe('NOT_A_CANDIDATE');
  });

  it('is refused to the person who did the step that it checks', () => {
    const second = aTask({ excludedPersons: [clerk.personId], assignee: clerk.personId });
    expect(codeOf(decide(clerk, 'task.claim', second))).toBe('DIFFERENT_PERSON_REQUIRED');
    expect(codeOf(decide(clerk, 'task.complete', second))).toBe('DIFFERENT_PERSON_REQUIRED');
    expect(codeOf(decide(colleague, 'task.claim', aTask({ excludedPersons: [clerk.personId] })))).toBe('ALLOWED');
  });

  it('of a restricted case is not found by a candidate whose unit takes no part', () => {
    const hidden = aTask({ case: aCase({ restricted: true, participatingUnits: ['FIELD'] }) });
    for (const action of ['task.read', 'task.claim', 'task.release', 'task.saveDraft', 'task.complete'] as const) {
      expect(codeOf(decide(clerk, action, hidden))).toBe('NOT_FOUND');
    }
  });
});
