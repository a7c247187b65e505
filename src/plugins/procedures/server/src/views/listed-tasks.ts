// Owns how tasks are shown in lists: one query for all that a row says.
import type { Knex } from 'knex';
import type { TaskRow } from '../../../shared/contracts';
import type { ListedTask } from '../../../shared/task-list-contract';
import type { ClockRuleDefinition } from '../packages/types';
import type { Platform } from '../runtime/platform';
import { prepared } from '../storage/prepared';
import type { ClockRecord, TaskRecord } from '../storage/rows';
import { stateTitle } from './case-title';
import { clockView } from './clock-view';

type ShownRule = Pick<ClockRuleDefinition, 'title' | 'legalBasis' | 'confirmation'>;
type RuleKey = Pick<ClockRecord, 'tenant_id' | 'package_id' | 'rule_id' | 'rule_version'>;

type ShownClock = Pick<ClockRecord, (typeof CLOCK_COLUMNS)[number]>;

interface ListedRow extends TaskRecord {
  group_key: string | null;
  /** asked for by lists that group */
  group_size?: number | null;
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
  clock_id: string | null;
  /** of the first row alone: every rule that a clock of the page follows */
  rules: (RuleKey & { definition: ShownRule })[] | null;
}

const CLOCK_COLUMNS = [
  ...['id', 'case_id', 'tenant_id', 'package_id', 'rule_id', 'rule_version', 'rule', 'variant', 'owner', 'tracking'],
  ...['start_at', 'due_at', 'amber_at', 'derivation', 'state', 'stage', 'stopped_at', 'paused_ranges'],
  'superseded_reason',
] as const;
const OF_CLOCK = 'clock_';

// A page follows few rules: they come once, in the first row, and no row carries JSON that the database had to build.
const SHOWN = `
  with t as (select *, row_number() over () as place from (:page) as page)
  select t.*, c.book_no, c.title as case_title, c.state as state_of_case, c.handling_unit as unit_of_case,
    c.package_id as package_of_case, c.package_version,
    p.full_name as assignee_name, u.name as unit_name,
    ${CLOCK_COLUMNS.map((name) => `k.${name} as ${OF_CLOCK}${name}`).join(', ')},
    case when t.place = 1 then (
      select json_agg(json_build_object('tenant_id', r.tenant_id, 'package_id', r.package_id, 'rule_id', r.rule_id,
        'rule_version', r.version, 'definition', r.definition))
      from procedures.clock_rules r
      where (r.tenant_id, r.package_id, r.rule_id, r.version) in (
        select used.tenant_id, used.package_id, used.rule_id, used.rule_version
        from t join procedures.clocks used on used.id = t.due_clock)
    ) end as rules
  from t
  join procedures.cases c on c.id = t.case_id
  left join procedures.people p on p.id = t.assignee
  left join procedures.units u on u.tenant_id = t.tenant_id and u.code = c.handling_unit
  left join procedures.clocks k on k.id = t.due_clock
  order by t.place`;

/** Rows of `page` (tasks, each with its group_key and is_readable), in its order; `isPlain`: nobody has varied its text. */
export async function listedTasks(
  platform: Platform,
  page: Knex.QueryBuilder,
  now: Date,
  isPlain = false,
): Promise<ListedTask[]> {
  const shown = platform.knex.raw<{ rows: ListedRow[] }>(SHOWN, { page });
  const { rows } = await (isPlain ? prepared(shown) : shown);
  const rules = new Map(rows[0]?.rules?.map((rule) => [keyOf(rule), rule.definition]));
  return Promise.all(
    rows.map(async (row) => ({
      ...(await shownRow(platform, row, rules, now)),
      access: row.is_readable ? ('full' as const) : ('summary' as const),
      isCandidate: row.is_candidate ?? false,
      group: row.group_key,
      groupSize: row.group_size ?? null,
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

async function shownRow(
  platform: Platform,
  row: ListedRow,
  rules: ReadonlyMap<string, ShownRule>,
  now: Date,
): Promise<TaskRow> {
  const published = await platform.library.load(row.tenant_id, row.package_of_case, row.package_version);
  const clock = clockOf(row);
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
    clock: clock && clockView(clock, rules.get(keyOf(clock)), now),
  };
}

const keyOf = (key: RuleKey) => JSON.stringify([key.tenant_id, key.package_id, key.rule_id, key.rule_version]);

/** The columns of the row's clock as a clock; what a list never shows of it is not read. */
function clockOf(row: ListedRow): ShownClock | null {
  if (!row.clock_id) return null;
  const all = row as unknown as Record<string, unknown>;
  return Object.fromEntries(CLOCK_COLUMNS.map((name) => [name, all[OF_CLOCK + name]])) as unknown as ShownClock;
}
