import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import type { AttachmentSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import { aCase, actor, clerk, fieldWorker, headOfDesk, leader } from './actors';

const aFile = (given: Partial<AttachmentSubject> = {}): AttachmentSubject => ({
  tenantId: 'north',
  case: aCase(),
  holdsTask: false,
  uploadedBy: 'somebody',
  isProtected: false,
  shownTo: [],
  ...given,
});
const codeOf = (
  who: typeof clerk,
  action: 'attachment.read' | 'attachment.withdraw' | 'attachment.add',
  file = aFile(),
) => {
  const decision = decide(who, action, file);
  return decision.allowed ? 'ALLOWED' : decision.code;
};

describe('who may do what with a file', () => {
  it('is read by those who read the content of the case, or hold a task of it', () => {
    expect(codeOf(clerk, 'attachment.read')).toBe('ALLOWED');
    expect(codeOf(leader, 'attachment.read')).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(fieldWorker, 'attachment.read')).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(fieldWorker, 'attachment.read', aFile({ holdsTask: true }))).toBe('ALLOWED');
    expect(codeOf(fieldWorker, 'attachment.add', aFile({ holdsTask: true }))).toBe('ALLOWED');
  });

  it('is not known to those who take no part in a restricted case, whatever task they hold', () => {
    const restricted = aCase({ restricted: true, participatingUnits: ['DESK'] });
    expect(codeOf(fieldWorker, 'attachment.read', aFile({ case: restricted, holdsTask: true }))).toBe('NOT_FOUND');
    expect(codeOf(clerk, 'attachment.read', aFile({ case: restricted }))).toBe('ALLOWED');
  });

  it('is shown to a unit that was asked with it, which may add nothing and withdraw nothing', () => {
    const shown = aFile({ shownTo: ['FIELD'] });
    expect(codeOf(fieldWorker, 'attachment.read', shown)).toBe('ALLOWED');
    expect(codeOf(fieldWorker, 'attachment.add', shown)).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(fieldWorker, 'attachment.withdraw', shown)).toBe('NOT_YOUR_FILE');
    const secret = aFile({ shownTo: ['FIELD'], isProtected: true });
    expect(codeOf(fieldWorker, 'attachment.read', secret)).toBe('UNIT_NOT_CONCERNED');
  });

  it('is opened, when protected, by whoever added it, the head of the unit and whoever was approved', () => {
    const secret = aFile({ isProtected: true });
    expect(codeOf(clerk, 'attachment.read', secret)).toBe('FILE_IS_PROTECTED');
    expect(codeOf(headOfDesk, 'attachment.read', secret)).toBe('ALLOWED');
    expect(codeOf(clerk, 'attachment.read', { ...secret, uploadedBy: clerk.personId })).toBe('ALLOWED');
    const opened = { ...secret, case: aCase({ identityOpenedTo: [clerk.personId] }) };
    expect(codeOf(clerk, 'attachment.read', opened)).toBe('ALLOWED');
  });

  it('is withdrawn by whoever added it, or by the head of the unit', () => {
    expect(codeOf(clerk, 'attachment.withdraw')).toBe('NOT_YOUR_FILE');
    expect(codeOf(clerk, 'attachment.withdraw', aFile({ uploadedBy: clerk.personId }))).toBe('ALLOWED');
    expect(codeOf(headOfDesk, 'attachment.withdraw')).toBe('ALLOWED');
  });

  it("is the person's own while its entry is not recorded", () => {
    const own = aFile({ case: null, uploadedBy: clerk.personId });
    expect(codeOf(clerk, 'attachment.read', own)).toBe('ALLOWED');
    expect(codeOf(actor({ personId: 'other' }), 'attachment.read', own)).toBe('NOT_FOUND');
    expect(codeOf(clerk, 'attachment.read', { ...own, uploadedBy: null })).toBe('NOT_FOUND');
  });
});
