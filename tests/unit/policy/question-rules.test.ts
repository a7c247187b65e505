import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import type { PolicyAction } from '../../../src/plugins/procedures/server/src/policy/policy-action';
import type { QuestionSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { aCase, actor, administrator, auditor, clerk, fieldWorker, headOfDesk, leader, stranger } from './actors';

type Right = Extract<
  PolicyAction,
  'question.read' | 'question.claim' | 'question.answer' | 'question.decide' | 'question.withdraw'
>;
const aQuestion = (given: Partial<QuestionSubject> = {}): QuestionSubject => ({
  tenantId: 'north',
  case: aCase(),
  holdsTask: false,
  fromUnit: 'DESK',
  toUnit: 'FIELD',
  isExternal: false,
  askedBy: clerk.personId,
  assignee: null,
  isOpen: true,
  ...given,
});
const codeOf = (who: Actor, right: Right, given: Partial<QuestionSubject> = {}) => {
  const decision = decide(who, right, aQuestion(given));
  return decision.allowed ? 'ALLOWED' : decision.code;
};
const elsewhere = actor({ personId: 'person-9', groups: ['BARN/clerk'], units: ['BARN'] });
const headOfField = actor({ personId: 'person-10', units: ['FIELD'], groups: ['FIELD/head'], headOf: ['FIELD'] });

describe('a question between units', () => {
  it('is read by both sides and by leaders above the asked unit, and by nobody else', () => {
    for (const who of [clerk, headOfDesk, fieldWorker, leader]) expect(codeOf(who, 'question.read')).toBe('ALLOWED');
    expect(codeOf(elsewhere, 'question.read')).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(stranger, 'question.read')).toBe('NOT_FOUND');
    for (const who of [administrator, auditor]) expect(codeOf(who, 'question.read')).toBe('ROLE_SEES_NO_CONTENT');
  });

  it('is answered by the asked unit only, by whoever has taken it, or by its head', () => {
    expect(codeOf(fieldWorker, 'question.answer')).toBe('ALLOWED');
    expect(codeOf(fieldWorker, 'question.answer', { assignee: 'person-20' })).toBe('QUESTION_TAKEN');
    expect(codeOf(headOfField, 'question.answer', { assignee: 'person-20' })).toBe('ALLOWED');
    expect(codeOf(headOfField, 'question.claim', { assignee: 'person-20' })).toBe('QUESTION_TAKEN');
    for (const who of [clerk, leader, elsewhere]) expect(codeOf(who, 'question.answer')).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(fieldWorker, 'question.answer', { isOpen: false })).toBe('QUESTION_CLOSED');
  });

  it('to a body outside is answered by the asking side', () => {
    expect(codeOf(clerk, 'question.answer', { isExternal: true })).toBe('ALLOWED');
    expect(codeOf(fieldWorker, 'question.answer', { isExternal: true })).toBe('UNIT_NOT_CONCERNED');
  });

  it('is withdrawn, and given more time, by whoever asked or the head of the asking unit', () => {
    const colleague = actor({ personId: 'person-11' });
    for (const right of ['question.withdraw', 'question.decide'] as const) {
      expect(codeOf(clerk, right)).toBe('ALLOWED');
      expect(codeOf(headOfDesk, right)).toBe('ALLOWED');
      expect(codeOf(colleague, right)).toBe('NOT_THE_ASKER');
      expect(codeOf(fieldWorker, right)).toBe('NOT_THE_ASKER');
      expect(codeOf(clerk, right, { isOpen: false })).toBe('QUESTION_CLOSED');
    }
  });

  it('of a restricted case is unknown to a unit that takes no part, even the one that was asked', () => {
    const hidden = { case: aCase({ restricted: true, participatingUnits: ['DESK'] }) };
    expect(codeOf(fieldWorker, 'question.read', hidden)).toBe('NOT_FOUND');
    expect(codeOf(fieldWorker, 'question.answer', hidden)).toBe('NOT_FOUND');
    expect(codeOf(leader, 'question.read', hidden)).toBe('NOT_FOUND');
    expect(codeOf(clerk, 'question.read', hidden)).toBe('ALLOWED');
  });
});
