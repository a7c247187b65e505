// Owns what somebody who tries by hand may do next: open tasks with their real forms and what they already say, events
// that may be entered, and the next due instant.
import type { FormValues } from '../../../../shared/contracts';
import type { TrialChoices } from '../../../../shared/trials-contract';
import { caseContext } from '../../cases/case-context';
import { offeredSource, positionOf } from '../../events/event-sources';
import { findForm } from '../../publishing/package-library';
import { loadTask } from '../../tasks/load-task';
import { taskDetail } from '../../views/task-detail';
import { nextDue } from './pass-time';
import type { TrialCase } from './trial-case';
import { inOrder } from './trial-people';

export async function trialChoices(one: TrialCase): Promise<TrialChoices> {
  return one.atItsTime(async () => {
    const { platform } = one.time;
    const current = await one.row();
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const { context } = await caseContext(platform, current, published);
    const position = await positionOf(platform.knex, current.id, current.life, context);
    const now = platform.clock.now();
    const tasks: TrialChoices['tasks'] = [];
    for (const task of position.tasks) {
      const [actor] = inOrder(one.session.actors, task.candidate_groups);
      if (!actor) continue;
      const detail = await taskDetail(platform, actor, await loadTask(platform.knex, task.id, current.tenant_id));
      tasks.push({
        id: task.id,
        element: task.element_id,
        title: task.title,
        candidates: task.candidate_groups,
        due: task.due_at?.toISOString() ?? null,
        form: detail.form,
        values: detail.values as FormValues,
      });
    }
    const due = await nextDue(platform.knex, current.id, now);
    return {
      tasks,
      offers: published.read.events.flatMap((event) => {
        const offered = offeredSource(event, position, null);
        if (!offered || offered.kind === 'task') return [];
        const form = findForm(published, event.form) as TrialChoices['offers'][number]['form'];
        return [{ code: event.code, title: event.title, form }];
      }),
      nextDue: due && { rule: due.rule, at: due.at.toISOString() },
    };
  });
}
