/** The English words of the pages, one file an area, so that two people can add words at once. */
import boards from './en/boards.json';
import calendar from './en/calendar.json';
import casepage from './en/casepage.json';
import cases from './en/cases.json';
import clocks from './en/clocks.json';
import connections from './en/connections.json';
import corrections from './en/corrections.json';
import documents from './en/documents.json';
import duty from './en/duty.json';
import everywhere from './en/everywhere.json';
import expressions from './en/expressions.json';
import identities from './en/identities.json';
import instances from './en/instances.json';
import intake from './en/intake.json';
import integration from './en/integration.json';
import modeler from './en/modeler.json';
import moving from './en/moving.json';
import notifications from './en/notifications.json';
import operations from './en/operations.json';
import outline from './en/outline.json';
import packages from './en/packages.json';
import parts from './en/parts.json';
import people from './en/people.json';
import questions from './en/questions.json';
import schedules from './en/schedules.json';
import tables from './en/tables.json';
import taskpage from './en/taskpage.json';
import tasks from './en/tasks.json';
import trials from './en/trials.json';

export const en = {
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
