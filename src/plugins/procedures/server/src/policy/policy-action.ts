// Owns the list of everything that can be asked of the policy, with the kind of person who may ever do it and the
// kind of subject that the question is about. What is not listed is refused.
import type { Actor } from '../tenants/actor';
import type {
  AlarmSubject,
  AppointmentSubject,
  AttachmentPlaceSubject,
  AttachmentSubject,
  BookSubject,
  CancelSubject,
  CaseSubject,
  EventSubject,
  IdentityRequestSubject,
  NoteSubject,
  PersonSubject,
  PublicationSubject,
  QuestionSubject,
  ReminderSubject,
  RosterSubject,
  ScheduleSubject,
  StagedActionSubject,
  StartSubject,
  TaskSubject,
  TenantSubject,
  UnitSubject,
} from './subjects';

interface SubjectOf {
  'me.read': TenantSubject;
  'task.list': TenantSubject;
  'task.read': TaskSubject;
  'task.claim': TaskSubject;
  'task.release': TaskSubject;
  'task.assign': TaskSubject;
  'task.remind': TaskSubject;
  'task.delegate': TaskSubject;
  'task.saveDraft': TaskSubject;
  'task.complete': TaskSubject;
  'board.read': TenantSubject;
  'board.settings': TenantSubject;
  'reminder.list': TenantSubject;
  'reminder.read': ReminderSubject;
  'reminder.send': ReminderSubject;
  'reminder.answer': ReminderSubject;
  'taskView.read': TenantSubject;
  'taskView.write': TenantSubject;
  'action.read': StagedActionSubject;
  'live.read': TenantSubject;
  'notice.read': TenantSubject;
  'notice.settings': TenantSubject;
  'notification.administer': TenantSubject;
  'webhook.administer': TenantSubject;
  'connection.administer': TenantSubject;
  'start.list': TenantSubject;
  'case.start': StartSubject;
  'intakeDraft.list': TenantSubject;
  'intakeDraft.write': StartSubject;
  'case.findSimilar': StartSubject;
  'book.read': BookSubject;
  'book.reserve': BookSubject;
  'case.list': TenantSubject;
  'case.read': CaseSubject;
  'case.readSummary': CaseSubject;
  'case.readRecord': CaseSubject;
  'case.readPersons': CaseSubject;
  'case.event': EventSubject;
  'case.listLinks': CaseSubject;
  'case.link': CaseSubject;
  'case.merge': EventSubject;
  'case.decideLink': CaseSubject;
  'case.listWaitingMerges': TenantSubject;
  'case.correctEvent': EventSubject;
  'case.decideCorrection': CaseSubject;
  'case.custody': CaseSubject;
  'case.writeCustody': CaseSubject;
  'caseAudit.read': CaseSubject;
  'attachment.add': AttachmentPlaceSubject;
  'attachment.list': AttachmentPlaceSubject;
  'attachment.read': AttachmentSubject;
  'attachment.withdraw': AttachmentSubject;
  'document.read': CaseSubject;
  'document.write': EventSubject;
  'dossier.export': CaseSubject;
  'template.read': TenantSubject;
  'template.write': TenantSubject;
  'note.list': AttachmentPlaceSubject;
  'note.write': AttachmentPlaceSubject;
  'note.withdraw': NoteSubject;
  'note.mentions': TenantSubject;
  'question.list': AttachmentPlaceSubject;
  'question.ask': AttachmentPlaceSubject;
  'question.inbox': TenantSubject;
  'question.read': QuestionSubject;
  'question.claim': QuestionSubject;
  'question.answer': QuestionSubject;
  'question.decide': QuestionSubject;
  'question.withdraw': QuestionSubject;
  'questionTerm.read': TenantSubject;
  'questionTerm.write': TenantSubject;
  'model.read': TenantSubject;
  'package.read': TenantSubject;
  'package.write': TenantSubject;
  'package.move': TenantSubject;
  'publication.decide': PublicationSubject;
  'publication.withdraw': PublicationSubject;
  'calendar.read': TenantSubject;
  'calendar.write': TenantSubject;
  'clockRule.read': TenantSubject;
  'clockRule.write': TenantSubject;
  'parameter.read': TenantSubject;
  'parameter.write': TenantSubject;
  'schedule.list': TenantSubject;
  'schedule.read': ScheduleSubject;
  'schedule.write': TenantSubject;
  'schedule.recordSending': ScheduleSubject;
  'alarm.list': TenantSubject;
  'alarm.read': AlarmSubject;
  'alarm.acknowledge': AlarmSubject;
  'alarm.close': AlarmSubject;
  'alarm.administer': TenantSubject;
  'duty.list': TenantSubject;
  'duty.read': UnitSubject;
  'duty.plan': RosterSubject;
  'duty.handOver': UnitSubject;
  'operations.read': TenantSubject;
  'operations.retry': TenantSubject;
  'operations.change': TenantSubject;
  'operations.decide': CancelSubject;
  'people.read': TenantSubject;
  'person.read': PersonSubject;
  'people.write': TenantSubject;
  'person.write': PersonSubject;
  'position.give': PersonSubject;
  'absence.write': PersonSubject;
  'acting.appoint': AppointmentSubject;
  'acting.revoke': AppointmentSubject;
  'task.handOver': PersonSubject;
  'portal.administer': TenantSubject;
  'audit.read': TenantSubject;
  'audit.verify': TenantSubject;
  'apiToken.list': TenantSubject;
  'apiToken.create': TenantSubject;
  'apiToken.approve': UnitSubject;
  'apiToken.revoke': UnitSubject;
  'reconciliation.read': TenantSubject;
  'reference.write': CaseSubject;
  'identity.overview': TenantSubject;
  'identity.list': CaseSubject;
  'identity.request': CaseSubject;
  'identity.approve': IdentityRequestSubject;
  'identity.read': IdentityRequestSubject;
  'custodianKey.write': TenantSubject;
}

/** Actions of people; `receipt.read` is public and has no actor: the route table says so. */
export type PolicyAction = keyof SubjectOf;
export type PolicySubject<A extends PolicyAction> = SubjectOf[A];

type Audience = 'everybody' | 'staff' | 'administrator' | 'auditor';

const AUDIENCE: Readonly<Record<PolicyAction, readonly Audience[]>> = {
  'me.read': ['everybody'],
  'task.list': ['staff'],
  'task.read': ['staff'],
  'task.claim': ['staff'],
  'task.release': ['staff'],
  'task.assign': ['staff'],
  'task.remind': ['staff'],
  'task.delegate': ['staff'],
  'task.saveDraft': ['staff'],
  'task.complete': ['staff'],
  'board.read': ['staff'],
  'board.settings': ['administrator'],
  'reminder.list': ['staff'],
  'reminder.read': ['staff'],
  'reminder.send': ['staff'],
  'reminder.answer': ['staff'],
  'taskView.read': ['staff'],
  'taskView.write': ['staff'],
  'action.read': ['staff'],
  'live.read': ['staff'],
  'notice.read': ['everybody'],
  'notice.settings': ['everybody'],
  'notification.administer': ['administrator'],
  'webhook.administer': ['administrator'],
  'connection.administer': ['administrator'],
  'start.list': ['staff'],
  'case.start': ['staff'],
  'intakeDraft.list': ['staff'],
  'intakeDraft.write': ['staff'],
  'case.findSimilar': ['staff'],
  'book.read': ['staff'],
  'book.reserve': ['staff'],
  'case.list': ['staff'],
  'case.read': ['staff'],
  'case.readSummary': ['staff'],
  'case.readRecord': ['staff'],
  'case.readPersons': ['staff'],
  'case.event': ['staff'],
  'case.listLinks': ['staff'],
  'case.link': ['staff'],
  'case.merge': ['staff'],
  'case.decideLink': ['staff'],
  'case.listWaitingMerges': ['staff'],
  'case.correctEvent': ['staff'],
  'case.decideCorrection': ['staff'],
  'case.custody': ['staff'],
  'case.writeCustody': ['staff'],
  'caseAudit.read': ['staff', 'auditor'],
  'attachment.add': ['staff'],
  'attachment.list': ['staff'],
  'attachment.read': ['staff'],
  'attachment.withdraw': ['staff'],
  'document.read': ['staff'],
  'document.write': ['staff'],
  'dossier.export': ['staff'],
  'template.read': ['staff', 'administrator'],
  'template.write': ['administrator'],
  'note.list': ['staff'],
  'note.write': ['staff'],
  'note.withdraw': ['staff'],
  'note.mentions': ['staff'],
  'question.list': ['staff'],
  'question.ask': ['staff'],
  'question.inbox': ['staff'],
  'question.read': ['staff'],
  'question.claim': ['staff'],
  'question.answer': ['staff'],
  'question.decide': ['staff'],
  'question.withdraw': ['staff'],
  'questionTerm.read': ['everybody'],
  'questionTerm.write': ['administrator'],
  'model.read': ['staff', 'administrator'],
  'package.read': ['staff', 'administrator'],
  'package.write': ['administrator'],
  'package.move': ['administrator'],
  'publication.decide': ['staff', 'administrator'],
  'publication.withdraw': ['administrator'],
  'calendar.read': ['everybody'],
  'calendar.write': ['administrator'],
  'clockRule.read': ['everybody'],
  'clockRule.write': ['administrator'],
  'parameter.read': ['everybody'],
  'parameter.write': ['administrator'],
  'schedule.list': ['staff', 'administrator', 'auditor'],
  'schedule.read': ['staff', 'administrator', 'auditor'],
  'schedule.write': ['administrator'],
  'schedule.recordSending': ['staff'],
  'alarm.list': ['staff'],
  'alarm.read': ['staff'],
  'alarm.acknowledge': ['staff'],
  'alarm.close': ['staff'],
  'alarm.administer': ['administrator'],
  'duty.list': ['staff'],
  'duty.read': ['staff'],
  'duty.plan': ['staff'],
  'duty.handOver': ['staff'],
  'operations.read': ['administrator'],
  'operations.retry': ['administrator'],
  'operations.change': ['administrator'],
  'operations.decide': ['staff', 'administrator'],
  'people.read': ['staff', 'administrator'],
  'person.read': ['staff', 'administrator'],
  'people.write': ['administrator'],
  'person.write': ['administrator'],
  'position.give': ['administrator'],
  'absence.write': ['staff', 'administrator'],
  'acting.appoint': ['staff'],
  'acting.revoke': ['staff', 'administrator'],
  'task.handOver': ['staff'],
  'portal.administer': ['administrator'],
  'audit.read': ['auditor'],
  'audit.verify': ['auditor'],
  'apiToken.list': ['administrator', 'staff'],
  'apiToken.create': ['administrator'],
  'apiToken.approve': ['staff'],
  'apiToken.revoke': ['administrator', 'staff'],
  'reconciliation.read': ['staff'],
  'reference.write': ['staff'],
  'identity.overview': ['staff', 'administrator'],
  'identity.list': ['staff'],
  'identity.request': ['staff'],
  'identity.approve': ['staff'],
  'identity.read': ['staff'],
  'custodianKey.write': ['staff'],
};

export const policyActions = Object.keys(AUDIENCE) as PolicyAction[];

/** Staff are people with a position who hold neither special role: nobody both manages and reads content. */
export const isStaff = (actor: Actor): boolean => !actor.isAdministrator && !actor.isAuditor && actor.units.length > 0;

/** Whether a person of this kind may ever do `action`; the subject decides the rest. Unknown actions: never. */
export function mayEver(actor: Actor, action: PolicyAction): boolean {
  const audience = Object.hasOwn(AUDIENCE, action) ? AUDIENCE[action] : [];
  return audience.some((kind) => {
    if (kind === 'everybody') return true;
    if (kind === 'administrator') return actor.isAdministrator;
    if (kind === 'auditor') return actor.isAuditor;
    return isStaff(actor);
  });
}
