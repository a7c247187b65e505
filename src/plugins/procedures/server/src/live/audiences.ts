// Owns who may hear of which change, topic by topic: the policy's own rules, asked of the rows as they are now. One query
// a topic and tenant, however many people listen.
import type { Knex } from 'knex';
import { decide } from '../policy/decide';
import { caseSubject, taskSubject } from '../policy/subjects';
import { mayOversee } from '../policy/task-rules';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import type { LiveTopic } from './live-change';

/** Which of the ids a person may hear of. */
export type Audience = (actor: Actor) => string[];
export type FindAudience = (tenantId: string, ids: readonly string[]) => Promise<Audience>;

export const audiences = (knex: Knex): Record<LiveTopic, FindAudience> => ({
  async tasks(tenantId, ids) {
    const tasks: TaskRecord[] = await knex('procedures.tasks')
      .where({ tenant_id: tenantId })
      .whereIn('id', [...ids]);
    const cases: CaseRecord[] = await knex('procedures.cases').whereIn(
      'id',
      tasks.map((task) => task.case_id),
    );
    const subjects = tasks.map((task) => ({
      id: task.id,
      subject: taskSubject(task, caseSubject(cases.find((one) => one.id === task.case_id) as CaseRecord)),
    }));
    return (actor) =>
      subjects
        .filter(({ subject }) => decide(actor, 'task.read', subject).allowed || mayOversee(actor, subject.case))
        .map(({ id }) => id);
  },

  async notices(tenantId, ids) {
    const notices: { id: string; recipient: string; person_id: string | null }[] = await knex('procedures.notices')
      .select('id', 'recipient', 'person_id')
      .where({ tenant_id: tenantId })
      .whereIn('id', [...ids]);
    return (actor) =>
      notices
        .filter(({ recipient, person_id: personId }) =>
          personId ? personId === actor.personId : [...actor.units, ...actor.groups].includes(recipient),
        )
        .map(({ id }) => id);
  },
});
