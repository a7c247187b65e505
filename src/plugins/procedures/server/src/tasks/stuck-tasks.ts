// Owns the rules by which a task is called stuck, each with since when and what explains it. Every rule is a query over
// open tasks and a small set of what waits (partial indexes of 0016_boards.sql), so that closed history costs nothing.
import type { Knex } from 'knex';
import { STUCK_REASONS, type StuckFilter, type StuckReason } from '../../../shared/task-list-contract';
import type { Moment, Sql } from './task-sql';

/** What a tenant has not decided itself. */
export const STUCK_DEFAULTS = { unclaimedHours: 24, returns: 2, answerDays: 3 } as const;

const LIMIT = (column: string) =>
  `coalesce((select b.${column} from procedures.board_settings b where b.tenant_id = ?), ?)`;

/** `source` names open tasks of the tenant under `s`; each gives task_id, since, detail. */
const RULES: Record<StuckReason, (source: string, moment: Moment) => Sql> = {
  INCIDENT: (source) => ({
    sql: `select s.id as task_id, x.created_at as since, null::json as detail from ${source} s
      join procedures.case_instances i on i.case_id = s.case_id
      join procedures.incidents x on x.engine_id = i.engine_id and x.process_instance_key = i.process_instance_key
      where x.resolved_at is null`,
    bindings: [],
  }),
  ABSENT: (source, { now, tenantId }) => ({
    sql: `select s.id, a.valid_from, json_build_object('until', a.valid_to) from ${source} s
      join procedures.absences a on a.person_id = s.assignee
      where a.tenant_id = ? and a.cancelled_at is null and a.valid_from <= ? and a.valid_to > ?`,
    bindings: [tenantId, now, now],
  }),
  BOUNCED: (source, { tenantId }) => ({
    sql: `select s.id, c.unit_returned_at, json_build_object('count', c.unit_returns) from ${source} s
      join procedures.cases c on c.id = s.case_id
      where c.tenant_id = ? and c.unit_returns > 0 and c.unit_returns >= ${LIMIT('returns')}`,
    bindings: [tenantId, tenantId, STUCK_DEFAULTS.returns],
  }),
  ASKED: (source, { tenantId }) => ({
    sql: `select s.id, q.asked_at, json_build_object('unit', coalesce(u.name, q.to_unit), 'until', q.due_at) from ${source} s
      join procedures.unit_questions q on q.case_id = s.case_id and (q.task_id is null or q.task_id = s.id)
      left join procedures.units u on u.tenant_id = q.tenant_id and u.code = q.to_unit
      where q.tenant_id = ? and q.state = 'OPEN'`,
    bindings: [tenantId],
  }),
  PAUSED: (source, { tenantId }) => ({
    sql: `select s.id, k.paused_at, json_build_object('rule', ${RULE_TITLE}) from ${source} s
      join procedures.clocks k on k.case_id = s.case_id where k.tenant_id = ? and k.state = 'PAUSED'`,
    bindings: [tenantId],
  }),
  OUTSIDE: (source, { tenantId }) => ({
    sql: `select s.id, k.start_at, json_build_object('rule', ${RULE_TITLE}, 'unit', (select u.name from procedures.units u
        where u.tenant_id = k.tenant_id and u.code = k.owner), 'until', k.due_at) from ${source} s
      join procedures.clocks k on k.case_id = s.case_id
      where k.tenant_id = ? and k.state = 'RUNNING' and k.tracking = 'EXTERNAL'`,
    bindings: [tenantId],
  }),
  UNCLAIMED: (source, { now, tenantId }) => ({
    sql: `select s.id, s.opened_at, null::json from ${source} s
      where s.assignee is null and s.opened_at <= ?::timestamptz - ${LIMIT('unclaimed_hours')} * interval '1 hour'`,
    bindings: [now, tenantId, STUCK_DEFAULTS.unclaimedHours],
  }),
};

const RULE_TITLE = `(select r.definition->'title' from procedures.clock_rules r where r.tenant_id = k.tenant_id
  and r.package_id = k.package_id and r.rule_id = k.rule_id and r.version = k.rule_version)`;

/** All that is found among the tasks of `source`: reason, task_id, since, detail; a task once for each finding. */
export function stuckIn(source: string, moment: Moment, reasons: readonly StuckReason[] = STUCK_REASONS): Sql {
  const parts = reasons.map((reason) => ({ reason, rule: RULES[reason](source, moment) }));
  const bindings: Knex.RawBinding[] = parts.flatMap(({ rule }) => rule.bindings);
  const sql = parts.map(
    ({ reason, rule }) =>
      `select '${reason}' as reason, f.task_id, f.since, f.detail from (${rule.sql}) as f (task_id, since, detail)`,
  );
  return { sql: sql.join(' union all '), bindings };
}

/** The condition over `tasks` for one reason, or for any. */
export function stuckIs(filter: StuckFilter, moment: Moment): Sql {
  const open = `(select * from procedures.tasks where tenant_id = ? and state = 'OPEN')`;
  const reasons = filter === 'any' ? STUCK_REASONS : [filter];
  const parts = reasons.map((reason) => stuckIn(open, moment, [reason]));
  return {
    sql: `tasks.state = 'OPEN' and tasks.id in (${parts.map(({ sql }) => `select task_id from (${sql}) as found`).join(' union ')})`,
    bindings: parts.flatMap(({ bindings }) => [moment.tenantId, ...bindings]),
  };
}
