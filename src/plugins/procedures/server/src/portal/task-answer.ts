// Owns how a person with an account does a task that the unit is asked to do: taken by the person, files kept with the case,
// completed like every other task.
import { placeOfCase } from '../attachments/load-attachment';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { claimTask } from '../tasks/claim-task';
import { completeTask } from '../tasks/complete-task';
import { loadTask } from '../tasks/load-task';
import type { Actor } from '../tenants/actor';
import type { SentBody } from './ask';
import { keepFiles } from './keep-files';
import { readForm } from './read-form';

const WAIT_MS = 5_000;

export async function answerTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  { typed, files }: SentBody,
  timeZone: string,
): Promise<void> {
  const { task, current } = await loadTask(platform.knex, taskId, actor.tenantId);
  const taken = await claimTask(platform, actor, taskId, task.version);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const form = findForm(published, task.form_id);
  const values = form ? readForm(form, typed, timeZone) : {};
  if (files.length > 0) {
    requireAllowed(decide(actor, 'attachment.add', await placeOfCase(platform.knex, actor, current.id)));
    await keepFiles(platform, files, {
      tenantId: actor.tenantId,
      actor,
      clientId: null,
      caseId: current.id,
      taskId,
      isProtected: false,
      keepsFacts: true,
    });
  }
  const actionId = await completeTask(platform, actor, taskId, { version: taken.version, values });
  await waitForAction(platform.knex, platform.settlements, actionId, WAIT_MS);
}
