// Owns the routes of the task list: the list, what it can be narrowed by, acting on several tasks, a person's views.

import { listTaskViews, removeTaskView, saveTaskView } from '../task-views/task-views';
import { assignTasks } from '../tasks/assign-tasks';
import { claimTasks } from '../tasks/claim-tasks';
import { readChosen } from '../tasks/each-task';
import { listAssignees } from '../tasks/list-assignees';
import { listFilters } from '../tasks/list-filters';
import { listTasks } from '../tasks/list-tasks';
import { remindTasks } from '../tasks/remind-tasks';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor((platform, actor, context) => listTasks(platform, actor, context.query)),

  filters: forActor((platform, actor, context) => listFilters(platform, actor, context.query)),

  claim: forActor(async (platform, actor, context) => claimTasks(platform, actor, readChosen(bodyOf(context).tasks))),

  assign: forActor(async (platform, actor, context) => {
    const body = bodyOf(context);
    return assignTasks(platform, actor, readChosen(body.tasks), body.personId);
  }),

  remind: forActor(async (platform, actor, context) => remindTasks(platform, actor, readChosen(bodyOf(context).tasks))),

  assignees: forActor(async (platform, actor, context) => ({
    items: await listAssignees(platform, actor, String(context.query.tasks ?? '').split(',')),
  })),

  views: forActor(async (platform, actor) => ({ items: await listTaskViews(platform.knex, actor) })),

  saveView: forActor(async (platform, actor, context) => ({
    items: await saveTaskView(platform, actor, bodyOf(context)),
  })),

  removeView: forActor(async (platform, actor, context) => ({
    items: await removeTaskView(platform, actor, context.params.id),
  })),
};
