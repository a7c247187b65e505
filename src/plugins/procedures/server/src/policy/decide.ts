// Owns the one decision of who may do what to which thing. Pure; deny by default: an unknown action, another tenant, a
// role or a unit that is not named by a rule is refused. Reads and writes, pages, API, exports, events and jobs ask here.
import { isMemberOf } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import {
  mayAddAttachment,
  mayListAttachments,
  mayReadAttachment,
  mayWithdrawAttachment,
  mayWithdrawNote,
} from './attachment-rules';
import { caseAccess } from './case-access';
import {
  ALLOWED,
  type Decision,
  DIFFERENT_PERSON,
  IDENTITY_CLOSED,
  NO_CONTENT_FOR_ROLE,
  NOT_A_CUSTODIAN,
  NOT_CANDIDATE,
  NOT_CASE_HEAD,
  NOT_FOUND,
  NOT_OWNER_UNIT,
  REQUEST_DECIDED,
  ROLE_REFUSED,
  UNIT_REFUSED,
} from './decision';
import { mayAcknowledge, mayCloseAlarm, mayHandOverDuty, mayPlanDuty, mayReadAlarm, mayReadDuty } from './duty-rules';
import { isCustodian } from './is-custodian';
import {
  mayAppoint,
  mayEnterAbsence,
  mayGivePosition,
  mayHandOver,
  mayManagePerson,
  mayReadPerson,
  mayRevoke,
} from './people-rules';
import { mayEver, type PolicyAction, type PolicySubject } from './policy-action';
import { mayAnswerQuestion, mayClaimQuestion, mayDecideQuestion, mayReadQuestion } from './question-rules';
import { mayAnswerReminder, mayReadBoard, mayReadReminder, maySendReminder } from './reminder-rules';
import { mayDecideCancel, mayDecidePublication } from './second-person-rules';
import type {
  BookSubject,
  CaseSubject,
  EventSubject,
  IdentityRequestSubject,
  ScheduleSubject,
  StagedActionSubject,
  StartSubject,
  UnitSubject,
} from './subjects';
import {
  mayAssignTask,
  mayClaimTask,
  mayDelegateTask,
  mayReadTask,
  mayReleaseTask,
  mayRemindTask,
  mayWorkOnTask,
} from './task-rules';

type Rules = { readonly [A in PolicyAction]: (actor: Actor, subject: PolicySubject<A>) => Decision };

const anyone = () => ALLOWED;

/** Nothing of a restricted case is known to others; of any other case a colleague may know that it exists. */
const unconcerned = (subject: CaseSubject): Decision => (subject.restricted ? NOT_FOUND : UNIT_REFUSED);

const atLeast =
  (...levels: readonly string[]) =>
  (actor: Actor, subject: CaseSubject): Decision => {
    const access = caseAccess(actor, subject);
    if (levels.includes(access)) return ALLOWED;
    return access === 'none' ? unconcerned(subject) : UNIT_REFUSED;
  };
const readContent = atLeast('content');

const mayStart = (actor: Actor, subject: StartSubject) =>
  isMemberOf(actor, subject.groups, subject.packageId ?? null) ? ALLOWED : NOT_CANDIDATE;

/** The head of any unit answers for what is received, and may see to it that work goes on on paper. */
const mayReserve = (actor: Actor, subject: BookSubject) =>
  actor.headOf.length > 0 || isMemberOf(actor, subject.reservedBy, subject.packageId ?? null) ? ALLOWED : NOT_CANDIDATE;
const mayReadBook = (actor: Actor, subject: BookSubject) =>
  mayReserve(actor, subject).allowed ? ALLOWED : mayStart(actor, subject);

/** Entering an event needs the content, or a group that the event itself names (an outside paper, a unit's report). */
function mayEnterEvent(actor: Actor, subject: EventSubject): Decision {
  if (subject.case.tenantId !== actor.tenantId) return NOT_FOUND;
  const content = readContent(actor, subject.case);
  if (subject.groups.length === 0) return content;
  if (subject.case.restricted && !content.allowed) return content;
  return isMemberOf(actor, subject.groups, subject.case.packageId ?? null) ? ALLOWED : NOT_CANDIDATE;
}

/** A document leaves the house with the content of the case: drawing it up needs the content, and a group if it names any. */
function mayWriteDocument(actor: Actor, subject: EventSubject): Decision {
  const content = readContent(actor, subject.case);
  if (!content.allowed || subject.groups.length === 0) return content;
  return isMemberOf(actor, subject.groups, subject.case.packageId ?? null) ? ALLOWED : NOT_CANDIDATE;
}

function mayFollowAction(actor: Actor, subject: StagedActionSubject): Decision {
  if (subject.personId !== null && subject.personId === actor.personId) return ALLOWED;
  return subject.case ? readContent(actor, subject.case) : NOT_FOUND;
}

/** Whoever answers for it, leads above it or receives it; who manages schedules or checks the chain reads them all. */
function mayReadSchedule(actor: Actor, { owner, recipients }: ScheduleSubject): Decision {
  if (actor.isAdministrator || actor.isAuditor) return ALLOWED;
  const isAbove = actor.headOf.includes(owner) || actor.overseen.includes(owner);
  const takesPart = actor.units.some((unit) => unit === owner || recipients.includes(unit));
  return isAbove || takesPart ? ALLOWED : NOT_OWNER_UNIT;
}

const mayRecordSending = (actor: Actor, { owner }: ScheduleSubject): Decision =>
  actor.units.includes(owner) ? ALLOWED : NOT_OWNER_UNIT;

/** The head lets programs act in the name of the unit; an administrator only ends what was let in. */
const leadsUnit = (actor: Actor, subject: UnitSubject) =>
  actor.headOf.includes(subject.unit) ? ALLOWED : UNIT_REFUSED;

/** The head of the unit that handles the case, where he reads it. */
function leadsCase(actor: Actor, subject: CaseSubject): Decision {
  const content = readContent(actor, subject);
  if (!content.allowed) return content;
  return actor.headOf.includes(subject.handlingUnit) ? ALLOWED : NOT_CASE_HEAD;
}

const mayKeepKeys = (actor: Actor) => (isCustodian(actor) ? ALLOWED : NOT_A_CUSTODIAN);

/** The second person: a custodian who is not the one who asks. */
function mayDecideRequest(actor: Actor, subject: IdentityRequestSubject): Decision {
  if (!isCustodian(actor)) return NOT_A_CUSTODIAN;
  const { restricted, participatingUnits } = subject.case;
  if (restricted && !participatingUnits.some((unit) => actor.units.includes(unit))) return NOT_FOUND;
  if (subject.askedBy === actor.personId) return DIFFERENT_PERSON;
  return subject.state === 'PENDING' ? ALLOWED : REQUEST_DECIDED;
}

/** Only the one who asked, only while the case is still this person's to read, only until the time is over. */
function mayReadIdentity(actor: Actor, subject: IdentityRequestSubject): Decision {
  if (subject.askedBy !== actor.personId) return NOT_FOUND;
  const content = readContent(actor, subject.case);
  if (!content.allowed) return content;
  return subject.state === 'APPROVED' ? ALLOWED : IDENTITY_CLOSED;
}

const RULES: Rules = {
  'me.read': anyone,
  'task.list': anyone,
  'task.read': mayReadTask,
  'task.claim': mayClaimTask,
  'task.release': mayReleaseTask,
  'task.assign': mayAssignTask,
  'task.remind': mayRemindTask,
  'task.delegate': mayDelegateTask,
  'task.saveDraft': mayWorkOnTask,
  'task.complete': mayWorkOnTask,
  'board.read': mayReadBoard,
  'board.settings': anyone,
  'reminder.list': anyone,
  'reminder.read': mayReadReminder,
  'reminder.send': maySendReminder,
  'reminder.answer': mayAnswerReminder,
  'taskView.read': anyone,
  'taskView.write': anyone,
  'action.read': mayFollowAction,
  'live.read': anyone,
  'notice.read': anyone,
  'notice.settings': anyone,
  'notification.administer': anyone,
  'webhook.administer': anyone,
  'connection.administer': anyone,
  'start.list': anyone,
  'case.start': mayStart,
  'intakeDraft.list': anyone,
  'intakeDraft.write': mayStart,
  'case.findSimilar': mayStart,
  'book.read': mayReadBook,
  'book.reserve': mayReserve,
  'case.list': anyone,
  'case.read': atLeast('status', 'summary', 'content'),
  'case.readSummary': atLeast('summary', 'content'),
  'case.readRecord': readContent,
  'case.readPersons': readContent,
  'case.event': mayEnterEvent,
  'case.listLinks': atLeast('summary', 'content'),
  'case.link': readContent,
  'case.merge': mayWriteDocument,
  'case.decideLink': leadsCase,
  'case.listWaitingMerges': anyone,
  'case.correctEvent': mayWriteDocument,
  'case.decideCorrection': leadsCase,
  'case.custody': readContent,
  'case.writeCustody': readContent,
  'caseAudit.read': (actor, subject) => (actor.isAuditor ? ALLOWED : leadsCase(actor, subject)),
  'attachment.add': mayAddAttachment,
  'attachment.list': mayListAttachments,
  'attachment.read': mayReadAttachment,
  'attachment.withdraw': mayWithdrawAttachment,
  'document.read': readContent,
  'document.write': mayWriteDocument,
  'dossier.export': readContent,
  'template.read': anyone,
  'template.write': anyone,
  'note.list': mayListAttachments,
  'note.write': mayAddAttachment,
  'note.withdraw': mayWithdrawNote,
  'note.mentions': anyone,
  'question.list': mayListAttachments,
  'question.ask': mayAddAttachment,
  'question.inbox': anyone,
  'question.read': mayReadQuestion,
  'question.claim': mayClaimQuestion,
  'question.answer': mayAnswerQuestion,
  'question.decide': mayDecideQuestion,
  'question.withdraw': mayDecideQuestion,
  'questionTerm.read': anyone,
  'questionTerm.write': anyone,
  'model.read': anyone,
  'package.read': anyone,
  'package.write': anyone,
  'package.move': anyone,
  'publication.decide': mayDecidePublication,
  'publication.withdraw': anyone,
  'calendar.read': anyone,
  'calendar.write': anyone,
  'clockRule.read': anyone,
  'clockRule.write': anyone,
  'parameter.read': anyone,
  'parameter.write': anyone,
  'schedule.list': anyone,
  'schedule.read': mayReadSchedule,
  'schedule.write': anyone,
  'schedule.recordSending': mayRecordSending,
  'alarm.list': anyone,
  'alarm.read': mayReadAlarm,
  'alarm.acknowledge': mayAcknowledge,
  'alarm.close': mayCloseAlarm,
  'alarm.administer': anyone,
  'duty.list': anyone,
  'duty.read': mayReadDuty,
  'duty.plan': mayPlanDuty,
  'duty.handOver': mayHandOverDuty,
  'operations.read': anyone,
  'operations.retry': anyone,
  'operations.change': anyone,
  'operations.decide': mayDecideCancel,
  'people.read': anyone,
  'person.read': mayReadPerson,
  'people.write': anyone,
  'person.write': mayManagePerson,
  'position.give': mayGivePosition,
  'absence.write': mayEnterAbsence,
  'acting.appoint': mayAppoint,
  'acting.revoke': mayRevoke,
  'task.handOver': mayHandOver,
  'portal.administer': anyone,
  'audit.read': anyone,
  'audit.verify': anyone,
  'apiToken.list': anyone,
  'apiToken.create': anyone,
  'apiToken.approve': leadsUnit,
  'apiToken.revoke': (actor, subject) => (actor.isAdministrator ? ALLOWED : leadsUnit(actor, subject)),
  'reconciliation.read': anyone,
  'reference.write': readContent,
  'identity.overview': anyone,
  'identity.list': readContent,
  'identity.request': readContent,
  'identity.approve': mayDecideRequest,
  'identity.read': mayReadIdentity,
  'custodianKey.write': mayKeepKeys,
};

export function decide<A extends PolicyAction>(actor: Actor, action: A, subject: PolicySubject<A>): Decision {
  if (!Object.hasOwn(RULES, action)) return ROLE_REFUSED;
  if (subject.tenantId !== actor.tenantId) return NOT_FOUND;
  if (!mayEver(actor, action)) {
    const isWork = [
      'task.',
      'case.',
      'attachment.',
      'note.',
      'question.',
      'document.',
      'dossier.',
      'identity.',
      'alarm.',
      'duty.',
    ].some((noun) => action.startsWith(noun));
    return isWork && (actor.isAdministrator || actor.isAuditor) ? NO_CONTENT_FOR_ROLE : ROLE_REFUSED;
  }
  const rule = RULES[action] as (actor: Actor, subject: PolicySubject<A>) => Decision;
  return rule(actor, subject);
}
