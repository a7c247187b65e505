/** The Vietnamese words of the pages, one file an area, so that two people can add words at once. */
import boards from './vi/boards.json';
import calendar from './vi/calendar.json';
import casepage from './vi/casepage.json';
import cases from './vi/cases.json';
import clocks from './vi/clocks.json';
import documents from './vi/documents.json';
import duty from './vi/duty.json';
import everywhere from './vi/everywhere.json';
import identities from './vi/identities.json';
import intake from './vi/intake.json';
import integration from './vi/integration.json';
import notifications from './vi/notifications.json';
import operations from './vi/operations.json';
import packages from './vi/packages.json';
import people from './vi/people.json';
import questions from './vi/questions.json';
import schedules from './vi/schedules.json';
import taskpage from './vi/taskpage.json';
import tasks from './vi/tasks.json';

export const vi = {
  ...boards,
  ...calendar,
  ...casepage,
  ...cases,
  ...clocks,
  ...documents,
  ...duty,
  ...everywhere,
  ...identities,
  ...intake,
  ...integration,
  ...notifications,
  ...operations,
  ...schedules,
  ...taskpage,
  ...packages,
  ...people,
  ...questions,
  ...tasks,
};
