/** What the list shows stands in the address; this file makes the server's question of it. */
import { TASK_QUERY_NAMES, TASK_VIEWS, type TaskView } from '../../../../shared/task-list-contract';

export const PAGE_SIZE = 50;

/** The part of the address that makes a view: what is kept, shared and compared. */
export function viewQuery(search: string): string {
  const given = new URLSearchParams(search);
  const kept = [...given].filter(([name, value]) => (TASK_QUERY_NAMES as readonly string[]).includes(name) && value);
  return new URLSearchParams(kept.sort(([a], [b]) => a.localeCompare(b))).toString();
}

export function taskListPath(search: string): string {
  const params = new URLSearchParams(viewQuery(search));
  if (!params.has('view')) params.set('view', 'mine');
  params.set('page', new URLSearchParams(search).get('page') ?? '1');
  params.set('pageSize', String(PAGE_SIZE));
  return `/tasks?${params}`;
}

export const FILTER_NAMES = [
  'clock',
  'kind',
  'unit',
  'given',
  'state',
  'assignee',
  'stuck',
  'status',
  'opened',
  'due',
  'done',
  'head',
  'facet',
] as const;

/** How many filters narrow the view, the search among them. */
export function countFilters(search: string): number {
  const params = new URLSearchParams(search);
  const facets = params.getAll('facet').length;
  return [...FILTER_NAMES, 'q'].filter((name) => name !== 'facet' && params.get(name)).length + facets;
}

export function viewOf(search: string): TaskView {
  const named = new URLSearchParams(search).get('view');
  return TASK_VIEWS.find((one) => one === named) ?? 'mine';
}
