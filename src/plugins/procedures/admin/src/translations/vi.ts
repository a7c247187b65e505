/** The Vietnamese words of the pages, one file an area, so that two people can add words at once. */
import boards from './vi/boards.json';
import calendar from './vi/calendar.json';
import casepage from './vi/casepage.json';
import cases from './vi/cases.json';
import clocks from './vi/clocks.json';
import connections from './vi/connections.json';
import corrections from './vi/corrections.json';
import documents from './vi/documents.json';
import duty from './vi/duty.json';
import everywhere from './vi/everywhere.json';
import expressions from './vi/expressions.json';
import identities from './vi/identities.json';
import instances from './vi/instances.json';
import intake from './vi/intake.json';
import integration from './vi/integration.json';
import modeler from './vi/modeler.json';
import moving from './vi/moving.json';
import notifications from './vi/notifications.json';
import operations from './vi/operations.json';
import outline from './vi/outline.json';
import packages from './vi/packages.json';
import parts from './vi/parts.json';
import people from './vi/people.json';
import questions from './vi/questions.json';
import schedules from './vi/schedules.json';
import tables from './vi/tables.json';
import taskpage from './vi/taskpage.json';
import tasks from './vi/tasks.json';
import trials from './vi/trials.json';

export const vi = {
  ...boards,
  ...calendar,
  ...casepage,
  ...cases,
  ...clocks,
  ...connections,
  ...corrections,
  ...documents,
  ...duty,
  ...everywhere,
  ...expressions,
  ...identities,
  ...instances,
  ...intake,
  ...integration,
  ...moving,
  ...modeler,
  ...notifications,
  ...operations,
  ...outline,
  ...schedules,
  ...tables,
  ...taskpage,
  ...packages,
  ...parts,
  ...people,
  ...questions,
  ...tasks,
  ...trials,
};
