/**
 * The contract of the task list: what may be asked of it, and what it answers. Everything that narrows, groups or sorts
 * it stands in the address of the page under the names of `TaskQuery`.
 */
import type { Bilingual, ErrorBody, TaskRow } from './contracts';

/** `board`: what counts on the person's board, of every unit that the person leads, oversees or follows. */
export const TASK_VIEWS = ['mine', 'unit', 'all', 'supervised', 'board'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];
/** Bands of the clock: overdue; due by the end of today; near (amber), today's among them; none. */
export const CLOCK_BANDS = ['overdue', 'today', 'amber', 'none'] as const;
export type ClockBand = (typeof CLOCK_BANDS)[number];
/** What a list can be narrowed to: a band, or what is in none of the urgent ones (on time). */
export const CLOCK_FILTERS = [...CLOCK_BANDS, 'ok'] as const;
export type ClockFilter = (typeof CLOCK_FILTERS)[number];
/** Open tasks; with the view `board` also what is done, or all that ever were. */
export const TASK_STATUSES = ['open', 'done', 'any'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
/** Why a task does not move on, each found by a rule; `any`: one of them. */
export const STUCK_REASONS = ['INCIDENT', 'ABSENT', 'BOUNCED', 'ASKED', 'PAUSED', 'OUTSIDE', 'UNCLAIMED'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];
export const STUCK_FILTERS = [...STUCK_REASONS, 'any'] as const;
export type StuckFilter = (typeof STUCK_FILTERS)[number];
/** Days of the tenant's zone, both included; an absent end is open. In the address: `2026-11-01..2026-11-07`. */
export interface DayRange {
  from: string | null;
  to: string | null;
}
/** A row's band when grouped: each row is in one. */
export type ClockGroup = ClockBand | 'later';
export const TASK_GROUPS = ['clock', 'kind', 'unit', 'case'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];
export const TASK_SORTS = ['due', 'opened', 'received'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** Names of the query; `facet` may stand more than once. */
export const TASK_QUERY_NAMES = [
  'view',
  'q',
  'clock',
  'kind',
  'unit',
  'state',
  'assignee',
  'given',
  'head',
  'stuck',
  'status',
  'opened',
  'due',
  'done',
  'facet',
  'group',
  'sort',
] as const;
export interface TaskQuery {
  view: TaskView;
  q: string;
  clock: ClockFilter | null;
  /** element id */
  kind: string | null;
  unit: string | null;
  state: string | null;
  /** person id, or `none` */
  assignee: string | null;
  /** the unit that is asked to do it */
  given: string | null;
  /** person id of who led that unit when it was done, or `none` */
  head: string | null;
  stuck: StuckFilter | null;
  status: TaskStatus;
  opened: DayRange | null;
  due: DayRange | null;
  done: DayRange | null;
  /** `path=value`, all of them */
  facets: string[];
  group: TaskGroup | null;
  sort: TaskSort;
  page: number;
  pageSize: number;
}

export interface ListedTask extends TaskRow {
  /** `summary`: the person may follow the task, not open it */
  access: 'full' | 'summary';
  /** given to a group that the reader may act for: only then may it be claimed */
  isCandidate: boolean;
  /** key of the group it stands in, when grouped */
  group: string | null;
  /** how many tasks that group has in all */
  groupSize: number | null;
  remindedAt: string | null;
  completedAt: string | null;
}
export interface TaskCounts {
  mine: number;
  unit: number;
  all: number;
  supervised: number;
  board: number;
  /** of the view that is shown */
  overdue: number;
  today: number;
  amber: number;
  none: number;
}
export interface TaskList {
  items: ListedTask[];
  /** never above TOTAL_CAP; then there are more */
  total: number;
  isCapped: boolean;
  counts: TaskCounts;
}
export const TOTAL_CAP = 1000;

/** What a view can be narrowed by, with how many tasks each leaves. */
export interface FilterOption {
  value: string;
  title: Bilingual;
  count: number;
}
export interface TaskFilterOptions {
  kinds: FilterOption[];
  units: FilterOption[];
  /** units that are asked to do it */
  given: FilterOption[];
  states: FilterOption[];
  assignees: FilterOption[];
  facets: { path: string; title: Bilingual; values: FilterOption[] }[];
}

/** Each task by itself: one that fails keeps none of the others from it. */
export type BatchResult =
  | { id: string; ok: true; version?: number }
  | { id: string; ok: false; error: ErrorBody['error'] };
export interface BatchAnswer {
  results: BatchResult[];
}
export const BATCH_LIMIT = 100;

export interface Assignee {
  id: string;
  name: string;
  units: string[];
  /** open tasks that the person holds now */
  holds: number;
}

export interface SavedTaskView {
  id: string;
  name: string;
  query: string;
  isDefault: boolean;
}
