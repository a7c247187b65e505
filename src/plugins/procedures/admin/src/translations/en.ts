/** The English words of the pages, one file an area, so that two people can add words at once. */
import boards from './en/boards.json';
import calendar from './en/calendar.json';
import casepage from './en/casepage.json';
import cases from './en/cases.json';
import clocks from './en/clocks.json';
import documents from './en/documents.json';
import duty from './en/duty.json';
import everywhere from './en/everywhere.json';
import identities from './en/identities.json';
import intake from './en/intake.json';
import integration from './en/integration.json';
import notifications from './en/notifications.json';
import operations from './en/operations.json';
import packages from './en/packages.json';
import people from './en/people.json';
import questions from './en/questions.json';
import schedules from './en/schedules.json';
import taskpage from './en/taskpage.json';
import tasks from './en/tasks.json';

export const en = {
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
