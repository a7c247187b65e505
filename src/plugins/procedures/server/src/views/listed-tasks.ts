// Owns how tasks are shown in lists: one query for all that a row says.
import type { Knex } from 'knex';
import type { TaskRow } from '../../../shared/contracts';
import type { ListedTask } from '../../../shared/task-list-contract';
import type { ClockRuleDefinition } from '../packages/types';
import type { Platform } from '../runtime/platform';
import type { ClockRecord, TaskRecord } from '../storage/rows';
import { stateTitle } from './case-title';
import { clockView } from './clock-view';

interface ListedRow extends TaskRecord {
  group_key: string | null;
  /** the reader may open it; else a line is all */
  is_readable: boolean;
  /** asked for by lists that offer to claim */
  is_candidate?: boolean;
  reminded_at: Date | null;
  book_no: string | null;
  case_title: string | null;
  state_of_case: string;
  unit_of_case: string;
  package_of_case: string;
  package_version: string;
  assignee_name: string | null;
  unit_name: string | null;
  clock: ClockRecord | null;
  clock_rule: Pick<ClockRuleDefinition, 'title' | 'legalBasis' | 'confirmation'> | null;
}

// A clock as a row of its own would double the columns: it comes as one value, its instants read below.
const SHOWN = `
  select t.*, c.book_no, c.title as case_title, c.state as state_of_case, c.handling_unit as unit_of_case,
    c.package_id as package_of_case, c.package_version,
    p.full_name as assignee_name, u.name as unit_name, to_json(k) as clock,
    case when r.rule_id is not null then json_build_object('title', r.definition->'title',
      'legalBasis', r.definition->'legalBasis', 'confirmation', r.definition->'confirmation') end as clock_rule
  from (select *, row_number() over () as place from (:page) as page) as t
  join procedures.cases c on c.id = t.case_id
  left join procedures.people p on p.id = t.assignee
  left join procedures.units u on u.tenant_id = t.tenant_id and u.code = c.handling_unit
  left join procedures.clocks k on k.id = t.due_clock
  left join procedures.clock_rules r on r.tenant_id = k.tenant_id and r.package_id = k.package_id
    and r.rule_id = k.rule_id and r.version = k.rule_version
  order by t.place`;

/** Rows of `page` (tasks, each with its group_key and is_readable), in its order. */
export async function listedTasks(platform: Platform, page: Knex.QueryBuilder, now: Date): Promise<ListedTask[]> {
  const { rows } = await platform.knex.raw<{ rows: ListedRow[] }>(SHOWN, { page });
  return Promise.all(
    rows.map(async (row) => ({
      ...(await shownRow(platform, row, now)),
      access: row.is_readable ? ('full' as const) : ('summary' as const),
      isCandidate: row.is_candidate ?? false,
      group: row.group_key,
      remindedAt: row.reminded_at?.toISOString() ?? null,
      completedAt: row.completed_at?.toISOString() ?? null,
    })),
  );
}

/** Tasks by their ids, as lists show them, in the order of the ids. */
export async function taskRows(platform: Platform, tasks: Pick<TaskRecord, 'id'>[]): Promise<TaskRow[]> {
  if (tasks.length === 0) return [];
  const ids = tasks.map(({ id }) => id);
  const page = platform
    .knex('procedures.tasks as tasks')
    .select('tasks.*', platform.knex.raw('null as group_key, true as is_readable'));
  const rows = await listedTasks(platform, page.whereIn('id', ids), platform.clock.now());
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function shownRow(platform: Platform, row: ListedRow, now: Date): Promise<TaskRow> {
  const published = await platform.library.load(row.tenant_id, row.package_of_case, row.package_version);
  return {
    id: row.id,
    title: row.title,
    elementId: row.element_id,
    caseId: row.case_id,
    bookNo: row.book_no,
    caseTitle: row.case_title ?? published.read.manifest.title.vi,
    caseState: row.state_of_case,
    caseStateTitle: stateTitle(published, row.state_of_case),
    handlingUnit: row.unit_of_case,
    handlingUnitName: row.unit_name,
    assignee: row.assignee ? { id: row.assignee, name: row.assignee_name ?? '' } : null,
    candidateGroups: row.candidate_groups,
    openedAt: row.opened_at.toISOString(),
    version: row.version,
    state: row.state,
    clock: row.clock && clockView(withInstants(row.clock), row.clock_rule ?? undefined, now),
  };
}

const INSTANTS = ['start_at', 'due_at', 'amber_at', 'stopped_at', 'paused_at', 'created_at'] as const;

/** JSON has no instants. */
function withInstants(clock: ClockRecord): ClockRecord {
  const instants = INSTANTS.map((name) => [name, clock[name] === null ? null : new Date(clock[name])]);
  return { ...clock, ...Object.fromEntries(instants) };
}
