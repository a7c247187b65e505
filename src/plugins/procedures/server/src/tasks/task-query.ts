// Owns what may be asked of the task list: whatever stands in the address becomes a question that can be answered. A name
// or value that nobody knows is left out, so that an old link still shows a list.
import {
  CLOCK_FILTERS,
  type DayRange,
  STUCK_FILTERS,
  TASK_GROUPS,
  TASK_SORTS,
  TASK_STATUSES,
  TASK_VIEWS,
  type TaskQuery,
  TOTAL_CAP,
} from '../../../shared/task-list-contract';
import { UUID } from '../storage/uuid';

export const MAX_PAGE_SIZE = 100;
const LONGEST = 200;
const MOST_FACETS = 10;

export type RawQuery = Readonly<Record<string, unknown>>;

export function readTaskQuery(raw: RawQuery): TaskQuery {
  const text = (name: string) => {
    const value = raw[name];
    const trimmed = typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
    return trimmed === '' ? null : trimmed;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((one) => one === raw[name]) ?? null;
  const assignee = text('assignee');
  const view = oneOf('view', TASK_VIEWS) ?? 'mine';
  const head = text('head');
  const pageSize = Math.min(MAX_PAGE_SIZE, Math.max(1, whole(raw.pageSize) ?? 30));
  return {
    view,
    q: text('q') ?? '',
    clock: oneOf('clock', CLOCK_FILTERS),
    kind: text('kind'),
    unit: text('unit'),
    state: text('state'),
    assignee: assignee === 'none' || UUID.test(assignee ?? '') ? assignee : null,
    given: text('given'),
    head: head === 'none' || UUID.test(head ?? '') ? head : null,
    stuck: oneOf('stuck', STUCK_FILTERS),
    // What is closed is listed for boards only, by indexes of its own.
    status: (view === 'board' && oneOf('status', TASK_STATUSES)) || 'open',
    opened: daysOf(raw.opened),
    due: daysOf(raw.due),
    done: daysOf(raw.done),
    facets: facetsOf(raw.facet),
    group: oneOf('group', TASK_GROUPS),
    sort: oneOf('sort', TASK_SORTS) ?? 'due',
    // What lies beyond the cap of the total is reached by a filter, not by turning pages.
    page: Math.min(Math.ceil(TOTAL_CAP / pageSize), Math.max(1, whole(raw.page) ?? 1)),
    pageSize,
  };
}

function whole(value: unknown): number | null {
  const number = Number(value);
  return value !== undefined && value !== '' && Number.isSafeInteger(number) ? number : null;
}

const RANGE = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

function daysOf(value: unknown): DayRange | null {
  const [, from, to] = (typeof value === 'string' && RANGE.exec(value)) || [];
  const isDay = (day: string | undefined) =>
    day === undefined || new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
  if ((from === undefined && to === undefined) || !isDay(from) || !isDay(to)) return null;
  return { from: from ?? null, to: to ?? null };
}

/** Given once or more often; a list that is too long is cut, since nobody chose it. */
function facetsOf(value: unknown): string[] {
  const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return given
    .filter((one): one is string => typeof one === 'string' && one.includes('=') && !one.includes('\0'))
    .map((one) => one.slice(0, LONGEST))
    .slice(0, MOST_FACETS);
}
