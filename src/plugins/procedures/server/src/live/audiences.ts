// Owns who may hear of which change, topic by topic: the policy's own rules, asked of the rows as they are now. One query
// a topic and tenant, however many people listen.
import type { Knex } from 'knex';
import type { AlarmRecord } from '../alarms/alarm-rows';
import { decide } from '../policy/decide';
import { alarmSubject, caseSubject, taskSubject } from '../policy/subjects';
import { mayOversee } from '../policy/task-rules';
import { type QuestionRecord, questionSubject } from '../questions/question-record';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import type { LiveTopic } from './live-change';

/** Which of the ids a person may hear of. */
export type Audience = (actor: Actor) => string[];
export type FindAudience = (tenantId: string, ids: readonly string[]) => Promise<Audience>;

export const audiences = (knex: Knex): Record<LiveTopic, FindAudience> => ({
  async cases(tenantId, ids) {
    const cases: CaseRecord[] = await knex('procedures.cases')
      .where({ tenant_id: tenantId })
      .whereIn('id', [...ids]);
    return (actor) => cases.filter((one) => decide(actor, 'case.read', caseSubject(one)).allowed).map(({ id }) => id);
  },

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

  async questions(tenantId, ids) {
    const rows: QuestionRecord[] = await knex('procedures.unit_questions')
      .where({ tenant_id: tenantId })
      .whereIn('id', [...ids]);
    const cases: CaseRecord[] = await knex('procedures.cases').whereIn(
      'id',
      rows.map((row) => row.case_id),
    );
    const subjects = rows.map((row) => ({
      id: row.id,
      subject: questionSubject(row, {
        tenantId,
        case: caseSubject(cases.find((one) => one.id === row.case_id) as CaseRecord),
        holdsTask: false,
      }),
    }));
    return (actor) =>
      subjects
        .filter(({ subject }) => subject.askedBy === actor.personId || decide(actor, 'question.read', subject).allowed)
        .map(({ id }) => id);
  },

  async notices(tenantId, ids) {
    const copies: { notice_id: string; person_id: string }[] = await knex('procedures.notice_recipients')
      .select('notice_id', 'person_id')
      .where({ tenant_id: tenantId })
      .whereIn('notice_id', [...ids]);
    return (actor) => copies.filter((copy) => copy.person_id === actor.personId).map((copy) => copy.notice_id);
  },

  async alarms(tenantId, ids) {
    const alarms: AlarmRecord[] = await knex('procedures.alarms')
      .where({ tenant_id: tenantId })
      .whereIn('id', [...ids]);
    const cases: CaseRecord[] = await knex('procedures.cases').whereIn(
      'id',
      alarms.map((alarm) => alarm.case_id),
    );
    const rings: { alarm_id: string; person_id: string }[] = await knex('procedures.alarm_rings').whereIn('alarm_id', [
      ...ids,
    ]);
    const subjects = alarms.map((alarm) => ({
      id: alarm.id,
      subject: alarmSubject(
        alarm,
        cases.find((one) => one.id === alarm.case_id) as CaseRecord,
        rings.filter((one) => one.alarm_id === alarm.id).map((one) => one.person_id),
      ),
    }));
    return (actor) =>
      subjects.filter(({ subject }) => decide(actor, 'alarm.read', subject).allowed).map(({ id }) => id);
  },

  /** Ids are codes of units. */
  async duty(tenantId, ids) {
    return (actor) => ids.filter((unit) => decide(actor, 'duty.read', { tenantId, unit }).allowed);
  },
});
