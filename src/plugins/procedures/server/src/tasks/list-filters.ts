// Owns what a view can be narrowed by: kinds, units, states, people and the facets that the packages' manifests name, each
// with its words and with how many tasks it would leave.
import type { FilterOption, TaskFilterOptions } from '../../../shared/task-list-contract';
import { offeredValues } from '../cases/case-listing';
import { isStaff } from '../policy/policy-action';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { stateWords } from '../views/case-title';
import { openTasks, viewOf } from './task-conditions';
import { type RawQuery, readTaskQuery } from './task-query';

interface Counted {
  dimension: 'kind' | 'unit' | 'given' | 'state' | 'assignee' | 'facet';
  value: string;
  word: string | null;
  count: number;
}

// One pass over the view; each dimension is counted from it.
const COUNTED = `
with shown as materialized (:shown)
select 'kind' as dimension, element_id as value, max(title) as word, count(*)::int as count from shown group by element_id
union all
select 'unit', s.handling_unit, max(u.name), count(*)::int from shown s
  left join procedures.units u on u.tenant_id = s.tenant_id and u.code = s.handling_unit group by s.handling_unit
union all
select 'given', s.given_unit, max(u.name), count(*)::int from shown s
  left join procedures.units u on u.tenant_id = s.tenant_id and u.code = s.given_unit group by s.given_unit
union all
select 'state', case_state, null, count(*)::int from shown group by case_state
union all
select 'assignee', s.assignee::text, max(p.full_name), count(*)::int from shown s
  join procedures.people p on p.id = s.assignee group by s.assignee
union all
select 'facet', f, null, count(*)::int from shown s, unnest(s.facets) f group by f`;

export async function listFilters(platform: Platform, actor: Actor, raw: RawQuery): Promise<TaskFilterOptions> {
  if (!isStaff(actor)) return { kinds: [], units: [], given: [], states: [], assignees: [], facets: [] };
  const { sql, bindings } = viewOf(actor, readTaskQuery(raw).view);
  const shown = openTasks(platform.knex, actor).whereRaw(sql, bindings).select('tasks.*');
  const { rows } = await platform.knex.raw<{ rows: Counted[] }>(COUNTED, { shown });
  const packages = await platform.library.allActive(actor.tenantId);
  const options = (dimension: Counted['dimension'], word: (row: Counted) => FilterOption['title']): FilterOption[] =>
    rows
      .filter((row) => row.dimension === dimension && row.value !== null)
      .map((row) => ({ value: row.value, title: word(row), count: row.count }))
      .sort((a, b) => b.count - a.count || a.title.vi.localeCompare(b.title.vi, 'vi'));
  const same = (row: Counted) => both(row.word ?? row.value);
  const facets = packages.flatMap((published) => facetsOf(published, rows));
  return {
    kinds: options('kind', same),
    units: options('unit', same),
    given: options('given', same),
    states: options('state', ({ value }) => stateWords(packages, value)),
    assignees: options('assignee', same),
    facets: facets.filter((facet, at) => facets.findIndex(({ path }) => path === facet.path) === at),
  };
}

function facetsOf({ read }: PublishedPackage, rows: Counted[]): TaskFilterOptions['facets'] {
  return (read.manifest.record.summary?.facets ?? []).flatMap(({ path, title }) => {
    const words = new Map([...offeredValues(read, path)].map(([value, label]) => [String(value), label]));
    const values = rows
      .filter(({ dimension, value }) => dimension === 'facet' && value.startsWith(`${path}=`))
      .map((row) => {
        const value = row.value.slice(path.length + 1);
        const yesNo = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } }[value];
        return { value: row.value, title: yesNo ?? both(words.get(value) ?? value), count: row.count };
      })
      .sort((a, b) => b.count - a.count);
    return values.length > 0 ? [{ path, title, values }] : [];
  });
}

const both = (text: string) => ({ vi: text, en: text });
