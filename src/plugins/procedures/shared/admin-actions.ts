/**
 * The admin permission that opens each page: the server registers and checks them, the menu shows by them.
 * `section` and names are for the server's actionProvider.
 */
import type { PageId } from './contracts';

export const ADMIN_ACTIONS: Readonly<Record<PageId, string>> = {
  tasks: 'plugin::procedures.tasks.use',
  cases: 'plugin::procedures.cases.read',
  intake: 'plugin::procedures.intake.use',
  calendar: 'plugin::procedures.calendar.read',
  operations: 'plugin::procedures.operations.read',
};
