// Every controller by the name that routes use.
import actions from './actions';
import attachments from './attachments';
import audit from './audit';
import calendar from './calendar';
import cases from './cases';
import clockRules from './clock-rules';
import events from './events';
import me from './me';
import models from './models';
import operations from './operations';
import receipts from './receipts';
import schedules from './schedules';
import tasks from './tasks';

export default {
  actions,
  attachments,
  audit,
  calendar,
  cases,
  'clock-rules': clockRules,
  events,
  me,
  models,
  operations,
  receipts,
  schedules,
  tasks,
};
