/**
 * The permission that opens each page, by the names that the server registers (server/src/policy/actions.ts).
 * What a person may then do with a task or a case is for the server's policy alone.
 */
import type { PageId } from './contracts';

export const ADMIN_ACTIONS: Readonly<Record<PageId, string>> = {
  tasks: 'plugin::procedures.tasks.read',
  boards: 'plugin::procedures.boards.read',
  cases: 'plugin::procedures.cases.read',
  intake: 'plugin::procedures.cases.start',
  duty: 'plugin::procedures.duty.read',
  templates: 'plugin::procedures.templates.read',
  people: 'plugin::procedures.people.read',
  identities: 'plugin::procedures.identities.read',
  calendar: 'plugin::procedures.calendar.read',
  notifications: 'plugin::procedures.notifications.read',
  operations: 'plugin::procedures.operations.read',
  packages: 'plugin::procedures.packages.read',
  integration: 'plugin::procedures.integration.read',
};
