// Owns the declaration of every route: what it does in the words of the policy, which permission it needs, and whether
// it is public. A route that is not here does not answer, and the generated test fails on it.

import { operations, routePath } from '../integration/operations';
import type { Scope } from '../integration/scopes';
import { permissionUid } from './actions';
import type { PolicyAction } from './policy-action';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface RouteName {
  readonly method: HttpMethod;
  /** As in the plugin's routes: without the prefix /procedures. */
  readonly path: string;
  /** Controller and method, as Strapi wants them. */
  readonly handler: string;
}
export interface AdminRoute extends RouteName {
  readonly audience: 'admin';
  readonly action: PolicyAction;
  /** Strapi permission that the gate asks for; null: any signed-in person with a place in a tenant. */
  readonly permission: string | null;
}
/** Answers a program with a token of this scope; what its unit may do is decided as for a person. */
export interface IntegrationRoute extends RouteName {
  readonly audience: 'integration';
  readonly scope: Scope;
  readonly permission: null;
}
/** Answers anybody; the action is only a name, since there is no actor to decide on. */
export interface PublicRoute extends RouteName {
  readonly audience: 'public';
  readonly action: 'receipt.read' | 'document.read' | 'portal.page' | 'portal.send';
  readonly permission: null;
  /** The address that people see. */
  readonly page?: string;
}
/** A page for people with an account of the portal; the same policy decides as in the panel. */
export interface PortalRoute extends RouteName {
  readonly audience: 'portal';
  readonly action: PolicyAction;
  readonly permission: null;
  readonly page: string;
}
export type RouteDeclaration = AdminRoute | IntegrationRoute | PublicRoute | PortalRoute;

const admin = (
  method: HttpMethod,
  path: string,
  handler: string,
  action: PolicyAction,
  permission: string | null,
): AdminRoute => ({
  method,
  path,
  handler,
  audience: 'admin',
  action,
  permission: permission === null ? null : permissionUid(permission),
});

const page = (
  method: 'GET' | 'POST',
  address: string,
  path: string,
  handler: string,
  action: 'portal.page' | 'portal.send',
): PublicRoute => ({ method, path, handler, audience: 'public', action, permission: null, page: address });

const account = (
  method: 'GET' | 'POST',
  address: string,
  path: string,
  handler: string,
  action: PolicyAction,
): PortalRoute => ({
  method,
  path,
  handler: `portal-accounts.${handler}`,
  audience: 'portal',
  action,
  permission: null,
  page: address,
});

const REPORT = ['/p/:tenant/bao-tin/:package/:event', '/portal/tenants/:tenant/:package/:event'] as const;
const HAND_OVER = ['/cong/ban-giao/:package/:event', '/portal/own/:package/:event'] as const;
const SIGN_IN = ['/cong/dang-nhap', '/portal/session'] as const;
const PASSWORD = ['/cong/dat-mat-khau', '/portal/password'] as const;

export const routeTable: readonly RouteDeclaration[] = [
  admin('GET', '/me', 'me.read', 'me.read', null),

  admin('GET', '/tasks', 'task-list.list', 'task.list', 'tasks.read'),
  admin('POST', '/tasks/claim', 'task-list.claim', 'task.claim', 'tasks.read'),
  admin('POST', '/tasks/assign', 'task-list.assign', 'task.assign', 'tasks.read'),
  admin('POST', '/tasks/remind', 'task-list.remind', 'task.remind', 'tasks.read'),
  admin('GET', '/task-filters', 'task-list.filters', 'task.list', 'tasks.read'),
  admin('GET', '/task-assignees', 'task-list.assignees', 'task.assign', 'tasks.read'),
  admin('GET', '/board', 'boards.read', 'board.read', 'boards.read'),
  admin('GET', '/board/plots', 'boards.plots', 'board.read', 'boards.read'),
  admin('GET', '/board/settings', 'boards.settings', 'board.settings', 'boards.write'),
  admin('PUT', '/board/settings', 'boards.saveSettings', 'board.settings', 'boards.write'),
  admin('GET', '/reminders', 'reminders.list', 'reminder.list', 'boards.read'),
  admin('POST', '/reminders', 'reminders.send', 'reminder.send', 'boards.read'),
  admin('POST', '/reminders/:id/answer', 'reminders.answer', 'reminder.answer', 'boards.read'),

  admin('GET', '/task-views', 'task-list.views', 'taskView.read', 'tasks.read'),
  admin('POST', '/task-views', 'task-list.saveView', 'taskView.write', 'tasks.read'),
  admin('DELETE', '/task-views/:id', 'task-list.removeView', 'taskView.write', 'tasks.read'),
  admin('GET', '/tasks/:id', 'tasks.read', 'task.read', 'tasks.read'),
  admin('POST', '/tasks/:id/claim', 'tasks.claim', 'task.claim', 'tasks.read'),
  admin('POST', '/tasks/:id/release', 'tasks.release', 'task.release', 'tasks.read'),
  admin('POST', '/tasks/:id/delegate', 'tasks.delegate', 'task.delegate', 'tasks.read'),
  admin('GET', '/tasks/:id/colleagues', 'tasks.colleagues', 'task.delegate', 'tasks.read'),
  admin('GET', '/tasks/:id/status', 'tasks.status', 'task.read', 'tasks.read'),
  admin('GET', '/tasks/:id/history', 'tasks.history', 'task.read', 'tasks.read'),
  admin('PUT', '/tasks/:id/draft', 'tasks.saveDraft', 'task.saveDraft', 'tasks.read'),
  admin('POST', '/tasks/:id/complete', 'tasks.complete', 'task.complete', 'tasks.read'),
  admin('GET', '/actions/:id', 'actions.read', 'action.read', 'tasks.read'),
  admin('GET', '/events', 'events.stream', 'live.read', 'tasks.read'),

  admin('GET', '/notifications', 'notifications.list', 'notice.read', null),
  admin('GET', '/notifications/unread', 'notifications.unread', 'notice.read', null),
  admin('POST', '/notifications/:id/read', 'notifications.markRead', 'notice.read', null),
  admin('POST', '/notifications/read', 'notifications.markAllRead', 'notice.read', null),
  admin('GET', '/notifications/settings', 'notifications.settings', 'notice.settings', null),
  admin('PUT', '/notifications/settings', 'notifications.saveSettings', 'notice.settings', null),
  ...(
    [
      ['GET', '/notifications/administration', 'notification-administration.read', 'notification.administer'],
      ['PUT', '/notifications/administration', 'notification-administration.save', 'notification.administer'],
      ['POST', '/notifications/mails/:id/retry', 'notification-administration.retryMail', 'notification.administer'],
      ['GET', '/webhooks', 'webhooks.list', 'webhook.administer'],
      ['POST', '/webhooks', 'webhooks.add', 'webhook.administer'],
      ['PUT', '/webhooks/:id', 'webhooks.change', 'webhook.administer'],
      ['DELETE', '/webhooks/:id', 'webhooks.remove', 'webhook.administer'],
      ['POST', '/webhooks/:id/test', 'webhooks.test', 'webhook.administer'],
      ['GET', '/webhooks/:id/deliveries', 'webhooks.deliveries', 'webhook.administer'],
    ] as const
  ).map(([method, path, handler, action]) => admin(method, path, handler, action, 'notifications.write')),
  ...(
    [
      ['GET', '/connections', 'connections.list'],
      ['POST', '/connections', 'connections.add'],
      ['PUT', '/connections/:connectionId', 'connections.change'],
      ['DELETE', '/connections/:connectionId', 'connections.remove'],
      ['POST', '/connections/:connectionId/test', 'connections.test'],
    ] as const
  ).map(([method, path, handler]) => admin(method, path, handler, 'connection.administer', 'connections.write')),

  admin('GET', '/alarms/ringing', 'alarms.ringing', 'alarm.list', 'duty.read'),
  admin('POST', '/alarms/:id/acknowledge', 'alarms.acknowledge', 'alarm.acknowledge', 'duty.read'),
  admin('POST', '/alarms/:id/close', 'alarms.close', 'alarm.close', 'duty.read'),
  admin('GET', '/alarm-settings', 'alarms.settings', 'alarm.administer', 'duty.write'),
  admin('PUT', '/alarm-settings', 'alarms.saveSettings', 'alarm.administer', 'duty.write'),
  admin('GET', '/duty/board', 'duty.board', 'duty.list', 'duty.read'),
  admin('GET', '/duty/roster', 'duty.roster', 'duty.list', 'duty.read'),
  admin('POST', '/duty/shifts', 'duty.addShifts', 'duty.plan', 'duty.read'),
  admin('POST', '/duty/shifts/:id/cancel', 'duty.cancelShift', 'duty.plan', 'duty.read'),
  admin('GET', '/duty/hand-over', 'hand-overs.draft', 'duty.list', 'duty.read'),
  admin('GET', '/duty/hand-overs', 'hand-overs.list', 'duty.list', 'duty.read'),
  admin('POST', '/duty/hand-overs', 'hand-overs.give', 'duty.handOver', 'duty.read'),
  admin('GET', '/duty/hand-overs/:id', 'hand-overs.read', 'duty.handOver', 'duty.read'),
  admin('GET', '/duty/hand-overs/:id/pdf', 'hand-overs.pdf', 'duty.handOver', 'duty.read'),
  admin('POST', '/duty/hand-overs/:id/take', 'hand-overs.take', 'duty.handOver', 'duty.read'),
  admin('POST', '/duty/hand-overs/:id/refuse', 'hand-overs.refuse', 'duty.handOver', 'duty.read'),
  admin('POST', '/duty/hand-overs/:id/withdraw', 'hand-overs.withdraw', 'duty.handOver', 'duty.read'),

  admin('GET', '/starts', 'cases.starts', 'start.list', 'cases.start'),
  admin('GET', '/intake-drafts', 'intake.drafts', 'intakeDraft.list', 'cases.start'),
  admin('GET', '/intake-drafts/:id', 'intake.draft', 'intakeDraft.list', 'cases.start'),
  admin('PUT', '/intake-drafts/:id', 'intake.saveDraft', 'intakeDraft.write', 'cases.start'),
  admin('DELETE', '/intake-drafts/:id', 'intake.dropDraft', 'intakeDraft.list', 'cases.start'),
  admin('POST', '/similar-cases', 'intake.similar', 'case.findSimilar', 'cases.start'),
  admin('GET', '/book', 'book.read', 'book.read', 'cases.start'),
  admin('POST', '/number-blocks', 'book.reserve', 'book.reserve', 'cases.start'),
  admin('GET', '/number-blocks/:id/forms', 'book.forms', 'book.read', 'cases.start'),
  admin('POST', '/number-blocks/:id/void', 'book.void', 'book.reserve', 'cases.start'),
  admin('POST', '/cases', 'cases.start', 'case.start', 'cases.start'),
  admin('GET', '/cases', 'cases.list', 'case.list', 'cases.read'),
  admin('GET', '/cases/:id', 'cases.read', 'case.read', 'cases.read'),
  admin('POST', '/cases/:id/events', 'cases.enterEvent', 'case.event', 'cases.read'),
  admin('GET', '/cases/:id/custody', 'custody.list', 'case.custody', 'cases.read'),
  admin('POST', '/cases/:id/custody', 'custody.add', 'case.writeCustody', 'cases.read'),
  admin('POST', '/custody-entries/:id/confirm', 'custody.confirm', 'case.writeCustody', 'cases.read'),
  admin('GET', '/cases/:id/audit', 'case-audit.list', 'caseAudit.read', 'case-audit.read'),
  admin('GET', '/cases/:id/audit/check', 'case-audit.check', 'caseAudit.read', 'case-audit.read'),
  admin('GET', '/cases/:id/links', 'case-links.list', 'case.listLinks', 'cases.read'),
  admin('POST', '/cases/:id/links', 'case-links.add', 'case.link', 'cases.read'),
  admin('GET', '/cases/:id/merge', 'case-links.targets', 'case.merge', 'cases.read'),
  admin('POST', '/cases/:id/merge', 'case-links.merge', 'case.merge', 'cases.read'),
  admin('GET', '/cases/:id/split', 'case-links.parts', 'case.link', 'cases.read'),
  admin('POST', '/cases/:id/split', 'case-links.split', 'case.link', 'cases.read'),
  admin('GET', '/cases/:id/events/:eventId/correction', 'corrections.draft', 'case.correctEvent', 'cases.read'),
  admin('POST', '/cases/:id/events/:eventId/correction', 'corrections.ask', 'case.correctEvent', 'cases.read'),
  admin('POST', '/event-corrections/:id/approve', 'corrections.approve', 'case.decideCorrection', 'cases.read'),
  admin('POST', '/event-corrections/:id/refuse', 'corrections.refuse', 'case.correctEvent', 'cases.read'),
  admin('GET', '/case-links/waiting', 'case-links.waiting', 'case.listWaitingMerges', 'cases.read'),
  admin('POST', '/case-links/:id/approve', 'case-links.approve', 'case.decideLink', 'cases.read'),
  admin('POST', '/case-links/:id/refuse', 'case-links.refuse', 'case.link', 'cases.read'),
  admin('POST', '/case-links/:id/undo', 'case-links.undo', 'case.decideLink', 'cases.read'),
  admin('POST', '/case-links/:id/end', 'case-links.end', 'case.link', 'cases.read'),

  admin('POST', '/attachments', 'attachments.add', 'attachment.add', 'tasks.read'),
  admin('GET', '/attachments', 'attachments.listOfEntry', 'attachment.list', 'tasks.read'),
  admin('GET', '/cases/:id/attachments', 'attachments.listOfCase', 'attachment.list', 'tasks.read'),
  admin('GET', '/attachments/:id/content', 'attachments.content', 'attachment.read', 'tasks.read'),
  admin('GET', '/attachments/:id/preview', 'attachments.preview', 'attachment.read', 'tasks.read'),
  admin('POST', '/attachments/:id/withdraw', 'attachments.withdraw', 'attachment.withdraw', 'tasks.read'),

  admin('GET', '/cases/:id/documents', 'documents.list', 'document.read', 'cases.read'),
  admin('POST', '/cases/:id/documents', 'documents.drawUp', 'document.write', 'cases.read'),
  admin('GET', '/cases/:id/dossier', 'documents.dossier', 'dossier.export', 'cases.read'),
  admin('GET', '/documents/:id/docx', 'documents.docx', 'document.read', 'cases.read'),
  admin('GET', '/documents/:id/pdf', 'documents.pdf', 'document.read', 'cases.read'),
  admin('POST', '/documents/:id/issue', 'documents.issue', 'document.write', 'cases.read'),
  admin('POST', '/documents/:id/supersede', 'documents.supersede', 'document.write', 'cases.read'),
  admin('DELETE', '/documents/:id', 'documents.drop', 'document.write', 'cases.read'),

  admin('GET', '/templates', 'templates.list', 'template.read', 'templates.read'),
  admin('GET', '/templates/:packageId/:documentId/blank', 'templates.blank', 'template.read', 'templates.read'),
  admin(
    'GET',
    '/templates/:packageId/:documentId/versions/:version',
    'templates.file',
    'template.read',
    'templates.read',
  ),
  admin('POST', '/templates/:packageId/:documentId/versions', 'templates.upload', 'template.write', 'templates.write'),
  admin('PUT', '/letterheads/:unit', 'templates.putLetterhead', 'template.write', 'templates.write'),
  admin('PUT', '/document-series/:series', 'templates.putSeries', 'template.write', 'templates.write'),

  admin('GET', '/cases/:id/notes', 'notes.list', 'note.list', 'tasks.read'),
  admin('POST', '/cases/:id/notes', 'notes.write', 'note.write', 'tasks.read'),
  admin('GET', '/cases/:id/mentionable', 'notes.mentionable', 'note.write', 'tasks.read'),
  admin('POST', '/notes/:id/withdraw', 'notes.withdraw', 'note.withdraw', 'tasks.read'),
  admin('GET', '/mentions', 'notes.mentions', 'note.mentions', 'tasks.read'),

  admin('GET', '/cases/:id/questions', 'questions.list', 'question.list', 'tasks.read'),
  admin('POST', '/cases/:id/questions', 'questions.ask', 'question.ask', 'tasks.read'),
  admin('GET', '/questions', 'questions.inbox', 'question.inbox', 'tasks.read'),
  admin('GET', '/questions/:id', 'questions.read', 'question.read', 'tasks.read'),
  admin('POST', '/questions/:id/claim', 'questions.claim', 'question.claim', 'tasks.read'),
  admin('POST', '/questions/:id/answer', 'questions.answer', 'question.answer', 'tasks.read'),
  admin('PUT', '/questions/:id/draft', 'questions.saveDraft', 'question.answer', 'tasks.read'),
  admin('DELETE', '/questions/:id/draft', 'questions.dropDraft', 'question.read', 'tasks.read'),
  admin('POST', '/questions/:id/return', 'questions.sendBack', 'question.answer', 'tasks.read'),
  admin('POST', '/questions/:id/extensions', 'questions.askMoreTime', 'question.answer', 'tasks.read'),
  admin('POST', '/questions/:id/extensions/decide', 'questions.decideMoreTime', 'question.decide', 'tasks.read'),
  admin('POST', '/questions/:id/withdraw', 'questions.withdraw', 'question.withdraw', 'tasks.read'),
  admin('GET', '/question-term', 'questions.term', 'questionTerm.read', 'calendar.read'),
  admin('PUT', '/question-term', 'questions.saveTerm', 'questionTerm.write', 'clock-rules.write'),

  admin('GET', '/identities', 'identities.overview', 'identity.overview', 'identities.read'),
  admin('GET', '/cases/:id/identities', 'identities.ofCase', 'identity.list', 'cases.read'),
  admin('POST', '/cases/:id/identities/:identityId/requests', 'identities.ask', 'identity.request', 'cases.read'),
  admin('GET', '/identity-requests/:id/key', 'identities.keyForApproval', 'identity.approve', 'cases.read'),
  admin('POST', '/identity-requests/:id/approve', 'identities.approve', 'identity.approve', 'cases.read'),
  admin('POST', '/identity-requests/:id/refuse', 'identities.refuse', 'identity.approve', 'cases.read'),
  admin('POST', '/identity-requests/:id/read', 'identities.read', 'identity.read', 'cases.read'),
  admin('POST', '/custodian-keys', 'identities.addKey', 'custodianKey.write', 'cases.read'),
  admin('PUT', '/custodian-keys/:id/passphrase', 'identities.changePassphrase', 'custodianKey.write', 'cases.read'),
  admin('POST', '/custodian-keys/:id/revoke', 'identities.revokeKey', 'custodianKey.write', 'cases.read'),
  admin('GET', '/custodian-keys/to-reseal', 'identities.toReseal', 'custodianKey.write', 'cases.read'),
  admin('POST', '/custodian-keys/reseal', 'identities.reseal', 'custodianKey.write', 'cases.read'),
  admin('GET', '/packages', 'packages.list', 'package.read', 'packages.read'),
  admin('GET', '/packages/:packageId/:version/archive', 'packages.archive', 'package.write', 'packages.write'),
  admin('POST', '/packages/:packageId/:version/rollback', 'packages.rollback', 'package.write', 'packages.write'),
  admin('POST', '/packages/:packageId/drafts', 'drafts.open', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id', 'drafts.read', 'package.write', 'packages.write'),
  admin('DELETE', '/drafts/:id', 'drafts.close', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/file', 'drafts.file', 'package.write', 'packages.write'),
  admin('PUT', '/drafts/:id/file', 'drafts.save', 'package.write', 'packages.write'),
  admin('DELETE', '/drafts/:id/file', 'drafts.removeFile', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/newer', 'drafts.newer', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/newer', 'drafts.takeNewer', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/clock-rules', 'drafts.saveClockRule', 'package.write', 'packages.write'),
  admin('DELETE', '/drafts/:id/clock-rules/:ruleId', 'drafts.removeClockRule', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/parts', 'draft-parts.read', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/parameters', 'draft-parts.saveParameter', 'package.write', 'packages.write'),
  admin('DELETE', '/drafts/:id/parameters/:name', 'draft-parts.removeParameter', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/roles', 'draft-parts.saveRole', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/documents', 'draft-parts.saveDocument', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/check', 'drafts.check', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/diagram', 'drafts.diagram', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/archive', 'drafts.archive', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/expressions/variables', 'expressions.variables', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/expressions/samples', 'expressions.samples', 'operations.read', 'operations.read'),
  admin('GET', '/drafts/:id/expressions/samples/:caseId', 'expressions.sample', 'operations.read', 'operations.read'),
  admin('POST', '/drafts/:id/expressions/try', 'expressions.try', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/decisions/names', 'decisions.names', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/decisions/try', 'decisions.try', 'package.write', 'packages.write'),
  admin('GET', '/drafts/:id/trials', 'trials.read', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/trials/runs', 'trials.run', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/recordings', 'trials.record', 'package.write', 'packages.write'),
  admin('POST', '/recordings/:id/steps', 'trials.step', 'package.write', 'packages.write'),
  admin('DELETE', '/recordings/:id', 'trials.endRecording', 'package.write', 'packages.write'),
  admin('PUT', '/trial-policy', 'trials.putPolicy', 'package.write', 'packages.write'),
  admin('POST', '/drafts/:id/publications', 'packages.propose', 'package.write', 'packages.write'),
  admin('GET', '/publication-approvers', 'packages.approvers', 'package.write', 'packages.write'),
  admin('PUT', '/publication-approvers', 'packages.saveApprovers', 'package.write', 'packages.write'),
  admin('GET', '/publications/:id', 'packages.publication', 'package.read', 'packages.read'),
  admin('POST', '/publications/:id/approve', 'packages.approve', 'publication.decide', 'packages.read'),
  admin('POST', '/publications/:id/refuse', 'packages.refuse', 'publication.decide', 'packages.read'),
  admin('POST', '/publications/:id/withdraw', 'packages.withdraw', 'publication.withdraw', 'packages.write'),
  admin('POST', '/packages/:packageId/moves/preview', 'moves.preview', 'package.move', 'packages.write'),
  admin('GET', '/packages/:packageId/moves', 'moves.list', 'package.move', 'packages.write'),
  admin('POST', '/packages/:packageId/moves', 'moves.start', 'package.move', 'packages.write'),
  admin('POST', '/move-batches/:id/stop', 'moves.stop', 'package.move', 'packages.write'),
  admin('POST', '/move-batches/:id/resume', 'moves.resume', 'package.move', 'packages.write'),
  admin('POST', '/moves/:id/retry', 'moves.retry', 'package.move', 'packages.write'),
  admin('GET', '/models/:packageId/:version/:file', 'models.read', 'model.read', 'packages.read'),

  admin('GET', '/calendar', 'calendar.read', 'calendar.read', 'calendar.read'),
  admin('PUT', '/calendar/days/:day', 'calendar.putDay', 'calendar.write', 'calendar.write'),
  admin('DELETE', '/calendar/days/:day', 'calendar.deleteDay', 'calendar.write', 'calendar.write'),
  admin('GET', '/clock-rules', 'clock-rules.list', 'clockRule.read', 'calendar.read'),
  admin('POST', '/clock-rules/:id/versions', 'clock-rules.addVersion', 'clockRule.write', 'clock-rules.write'),
  admin('GET', '/parameters', 'parameters.list', 'parameter.read', 'calendar.read'),
  admin('POST', '/parameters/:packageId/:name', 'parameters.set', 'parameter.write', 'clock-rules.write'),

  admin('GET', '/schedules', 'schedules.list', 'schedule.list', 'calendar.read'),
  admin('GET', '/schedules/:id', 'schedules.read', 'schedule.read', 'calendar.read'),
  admin('POST', '/schedules', 'schedules.add', 'schedule.write', 'clock-rules.write'),
  admin('POST', '/schedules/:id/versions', 'schedules.addVersion', 'schedule.write', 'clock-rules.write'),
  admin(
    'POST',
    '/schedules/:id/occurrences/:occurrenceId/sendings',
    'schedules.recordSending',
    'schedule.recordSending',
    'tasks.read',
  ),
  admin('GET', '/people', 'people.overview', 'people.read', 'people.read'),
  admin('POST', '/people', 'people.add', 'people.write', 'people.write'),
  admin('GET', '/people/:id', 'people.read', 'person.read', 'people.read'),
  admin('POST', '/people/:id/deactivate', 'people.deactivate', 'person.write', 'people.write'),
  admin('POST', '/people/:id/positions', 'people.givePosition', 'position.give', 'people.write'),
  admin('POST', '/positions/:id/end', 'people.endPosition', 'person.write', 'people.write'),
  admin('POST', '/people/:id/absences', 'people.enterAbsence', 'absence.write', 'people.read'),
  admin('POST', '/absences/:id/cancel', 'people.cancelAbsence', 'absence.write', 'people.read'),
  admin('GET', '/people/:id/tasks', 'people.tasks', 'task.handOver', 'tasks.read'),
  admin('POST', '/people/:id/hand-over', 'people.handOver', 'task.handOver', 'tasks.read'),
  admin('POST', '/acting', 'people.appoint', 'acting.appoint', 'tasks.read'),
  admin('POST', '/acting/:id/revoke', 'people.revoke', 'acting.revoke', 'people.read'),
  admin('POST', '/units', 'people.addUnit', 'people.write', 'people.write'),
  admin('PUT', '/units/:id', 'people.editUnit', 'people.write', 'people.write'),
  admin('POST', '/units/:id/close', 'people.closeUnit', 'people.write', 'people.write'),
  admin('PUT', '/people-words/:list/:code', 'people.putWord', 'people.write', 'people.write'),

  admin('POST', '/people/:id/portal-code', 'portal-settings.renewCode', 'person.write', 'people.write'),
  admin('GET', '/portal-settings', 'portal-settings.read', 'portal.administer', 'people.write'),
  admin('PUT', '/portal-settings', 'portal-settings.save', 'portal.administer', 'people.write'),

  admin('GET', '/audit', 'audit.list', 'audit.read', 'audit.read'),
  admin('GET', '/audit/verify', 'audit.verify', 'audit.verify', 'audit.read'),

  admin('GET', '/operations', 'operations.read', 'operations.read', 'operations.read'),
  admin('POST', '/operations/incidents/:key/retry', 'operations.retryIncident', 'operations.retry', 'operations.write'),
  admin('GET', '/operations/instances', 'instances.list', 'operations.read', 'operations.read'),
  admin('GET', '/operations/heat', 'instances.heat', 'operations.read', 'operations.read'),
  admin('GET', '/operations/instances/:caseId', 'instances.read', 'operations.read', 'operations.read'),
  admin('POST', '/operations/instances/:caseId/variables', 'instances.fix', 'operations.change', 'operations.write'),
  admin(
    'POST',
    '/operations/instances/:caseId/tokens/preview',
    'instances.tryToken',
    'operations.change',
    'operations.write',
  ),
  admin('POST', '/operations/instances/:caseId/tokens', 'instances.moveToken', 'operations.change', 'operations.write'),
  admin(
    'POST',
    '/operations/instances/:caseId/cancellations',
    'instances.proposeCancel',
    'operations.change',
    'operations.write',
  ),
  admin('GET', '/cancellations/:id', 'instances.cancellation', 'operations.decide', 'packages.read'),
  admin('POST', '/cancellations/:id/approve', 'instances.approveCancel', 'operations.decide', 'packages.read'),
  admin('POST', '/cancellations/:id/refuse', 'instances.refuseCancel', 'operations.decide', 'packages.read'),

  admin('GET', '/api-tokens', 'api-tokens.list', 'apiToken.list', 'integration.read'),
  admin('POST', '/api-tokens', 'api-tokens.create', 'apiToken.create', 'integration.write'),
  admin('POST', '/api-tokens/:id/approve', 'api-tokens.approve', 'apiToken.approve', 'integration.approve'),
  admin('POST', '/api-tokens/:id/revoke', 'api-tokens.revoke', 'apiToken.revoke', 'integration.read'),
  admin('GET', '/reconciliation', 'reconciliation.read', 'reconciliation.read', 'reconciliation.read'),
  admin('POST', '/reconciliation/compare', 'reconciliation.compare', 'reconciliation.read', 'reconciliation.read'),
  admin(
    'PUT',
    '/cases/:id/references/:system',
    'reconciliation.putReference',
    'reference.write',
    'reconciliation.read',
  ),

  ...operations.map(
    (operation): IntegrationRoute => ({
      method: operation.method,
      path: routePath(operation),
      handler: operation.handler,
      audience: 'integration',
      scope: operation.scope,
      permission: null,
    }),
  ),
  {
    method: 'GET',
    path: '/v1/openapi.json',
    handler: 'integration.document',
    audience: 'public',
    action: 'document.read',
    permission: null,
  },
  page('GET', '/', '/portal', 'portal.choose', 'portal.page'),
  page('GET', '/p/:tenant', '/portal/tenants/:tenant', 'portal.tenant', 'portal.page'),
  page('GET', ...REPORT, 'portal.report', 'portal.page'),
  page('POST', ...REPORT, 'portal.sendReport', 'portal.send'),
  page('GET', '/tra-cuu', '/portal/status', 'portal.askCode', 'portal.page'),
  page('POST', '/tra-cuu', '/portal/status', 'portal.status', 'portal.send'),
  page('POST', '/tra-cuu/bo-sung', '/portal/status/additions', 'portal.add', 'portal.send'),
  page('GET', ...SIGN_IN, 'portal-accounts.signIn', 'portal.page'),
  page('POST', ...SIGN_IN, 'portal-accounts.openSession', 'portal.send'),
  page('GET', ...PASSWORD, 'portal-accounts.password', 'portal.page'),
  page('POST', ...PASSWORD, 'portal-accounts.choosePassword', 'portal.send'),
  account('POST', '/cong/dang-xuat', '/portal/session/end', 'closeSession', 'me.read'),
  account('GET', '/cong', '/portal/own', 'list', 'case.list'),
  account('GET', ...HAND_OVER, 'form', 'case.start'),
  account('POST', ...HAND_OVER, 'handOver', 'case.start'),
  account('GET', '/cong/ho-so/:id', '/portal/items/:id', 'item', 'case.read'),
  account('POST', '/cong/ho-so/:id/viec/:task', '/portal/items/:id/tasks/:task', 'answer', 'task.complete'),
  {
    method: 'GET',
    path: '/receipts/:code',
    handler: 'receipts.read',
    audience: 'public',
    action: 'receipt.read',
    permission: null,
  },
];

export interface RouteLike {
  readonly method: string;
  readonly path: string;
}

const sameRoute = (a: RouteLike, b: RouteLike) =>
  a.method.trim().toUpperCase() === b.method.toUpperCase() && a.path.trim() === b.path;

export const findDeclaration = (
  route: RouteLike,
  table: readonly RouteDeclaration[] = routeTable,
): RouteDeclaration | undefined => table.find((declared) => sameRoute(route, declared));

/** Throws with the name of every route that nobody declared, and of every declared route that nobody serves. */
export function assertAllRoutesDeclared(
  routes: readonly RouteLike[],
  table: readonly RouteDeclaration[] = routeTable,
): void {
  const name = (route: RouteLike) => `${route.method} ${route.path}`;
  const undeclared = routes.filter((route) => !findDeclaration(route, table)).map(name);
  const unserved = table.filter((declared) => !routes.some((route) => sameRoute(route, declared))).map(name);
  if (undeclared.length === 0 && unserved.length === 0) return;
  throw new Error(
    `Expected every route to be declared in policy/route-table.ts and served, but undeclared: [${undeclared.join(', ')}], not served: [${unserved.join(', ')}]`,
  );
}
