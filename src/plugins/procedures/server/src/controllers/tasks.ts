// Owns the routes of one task: read, claim, give back, pass on, draft, complete, its history.

import type { Colleagues, TaskHistory, TaskStatus } from '../../../shared/taskpage-contract';
import { recordRead } from '../audit/record-read';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { claimTask, releaseTask } from '../tasks/claim-task';
import { completeTask } from '../tasks/complete-task';
import { colleaguesFor, delegateTask } from '../tasks/delegate-task';
import { loadTask } from '../tasks/load-task';
import { nextTask } from '../tasks/next-task';
import { saveDraft } from '../tasks/save-draft';
import { taskRows } from '../views/listed-tasks';
import { taskDetail } from '../views/task-detail';
import { taskHistory, taskStatus } from '../views/task-history';
import { bodyOf, forActor, objectOf, waitOf } from './respond';

export default {
  read: forActor(async (platform, actor, context) => {
    const loaded = await loadTask(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'task.read', loaded.subject));
    await recordRead(platform, actor, 'task', loaded.task.id);
    return taskDetail(platform, actor, loaded);
  }),

  claim: forActor(async (platform, actor, context) => {
    const task = await claimTask(platform, actor, context.params.id, bodyOf(context).version);
    return { task: (await taskRows(platform, [task]))[0] };
  }),

  release: forActor(async (platform, actor, context) => {
    const { version, reason } = bodyOf(context);
    const task = await releaseTask(platform, actor, context.params.id, version, reason);
    return { task: (await taskRows(platform, [task]))[0] };
  }),

  delegate: forActor(async (platform, actor, context) => {
    const { version, personId, reason } = bodyOf(context);
    const task = await delegateTask(platform, actor, context.params.id, { version, personId, reason });
    return { task: (await taskRows(platform, [task]))[0] };
  }),

  colleagues: forActor(async (platform, actor, context): Promise<Colleagues> => {
    const { task, subject } = await loadTask(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'task.delegate', subject));
    const found = await colleaguesFor(platform.knex, platform.clock.now(), task, subject);
    return { items: found.map(({ id, name, title }) => ({ id, name, title })) };
  }),

  status: forActor(async (platform, actor, context): Promise<TaskStatus> => {
    const { task, current, subject } = await loadTask(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'task.read', subject));
    return taskStatus(platform, task, current);
  }),

  history: forActor(async (platform, actor, context): Promise<TaskHistory> => {
    const { task, subject } = await loadTask(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'task.read', subject));
    return { items: await taskHistory(platform, task) };
  }),

  saveDraft: forActor(async (platform, actor, context) => ({
    savedAt: (await saveDraft(platform, actor, context.params.id, bodyOf(context))).toISOString(),
  })),

  complete: forActor(async (platform, actor, context) => {
    const body = bodyOf(context);
    const actionId = await completeTask(platform, actor, context.params.id, {
      version: body.version,
      values: objectOf(body.values),
      at: body.at,
      lateReason: body.lateReason,
      packageVersion: body.packageVersion,
    });
    const action = await waitForAction(platform.knex, platform.settlements, actionId, waitOf(context));
    return { actionId, state: action.state, next: await nextTask(platform, actor, action) };
  }, 202),
};
