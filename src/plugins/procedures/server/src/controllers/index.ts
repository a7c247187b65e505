// Every controller by the name that routes use.
import actions from './actions';
import alarms from './alarms';
import apiTokens from './api-tokens';
import attachments from './attachments';
import audit from './audit';
import boards from './boards';
import book from './book';
import calendar from './calendar';
import caseAudit from './case-audit';
import caseLinks from './case-links';
import cases from './cases';
import clockRules from './clock-rules';
import connections from './connections';
import corrections from './corrections';
import custody from './custody';
import decisions from './decisions';
import documents from './documents';
import draftParts from './draft-parts';
import drafts from './drafts';
import duty from './duty';
import events from './events';
import expressions from './expressions';
import handOvers from './hand-overs';
import identities from './identities';
import instances from './instances';
import intake from './intake';
import integration from './integration';
import me from './me';
import models from './models';
import moves from './moves';
import notes from './notes';
import notificationAdministration from './notification-administration';
import notifications from './notifications';
import operations from './operations';
import packages from './packages';
import parameters from './parameters';
import people from './people';
import portal from './portal';
import portalAccounts from './portal-accounts';
import portalSettings from './portal-settings';
import questions from './questions';
import receipts from './receipts';
import reconciliation from './reconciliation';
import reminders from './reminders';
import schedules from './schedules';
import taskList from './task-list';
import tasks from './tasks';
import templates from './templates';
import trials from './trials';
import webhooks from './webhooks';

export default {
  actions,
  alarms,
  attachments,
  'api-tokens': apiTokens,
  audit,
  boards,
  book,
  calendar,
  'case-audit': caseAudit,
  'case-links': caseLinks,
  cases,
  'clock-rules': clockRules,
  connections,
  corrections,
  custody,
  decisions,
  documents,
  duty,
  'draft-parts': draftParts,
  drafts,
  events,
  expressions,
  'hand-overs': handOvers,
  instances,
  intake,
  integration,
  identities,
  me,
  models,
  moves,
  'notification-administration': notificationAdministration,
  notifications,
  notes,
  operations,
  packages,
  parameters,
  people,
  portal,
  'portal-accounts': portalAccounts,
  'portal-settings': portalSettings,
  questions,
  receipts,
  reminders,
  schedules,
  reconciliation,
  'task-list': taskList,
  tasks,
  templates,
  trials,
  webhooks,
};
