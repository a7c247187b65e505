// Owns what another program may learn of cases: codes, instants and numbers of our books. No names, no content.
import type { Knex } from 'knex';
import { clocksOf } from '../case-clocks/open-clocks';
import { correctedEvents } from '../corrections/correction';
import { scopeCases } from '../policy/case-scope';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { instantOf } from '../time/instant-of';
import { stateTitle } from '../views/case-title';
import { requestInvalid } from './problems';

export interface CaseLine {
  id: string;
  packageId: string;
  bookNo: string | null;
  state: string;
  stateTitle: { vi: string; en: string } | null;
  outcome: string | null;
  life: CaseRecord['life'];
  handlingUnit: string;
  originUnit: string | null;
  receivedAt: string;
  updatedAt: string;
  references: { system: string; reference: string }[];
}

const DEFAULT_PAGE = 50;

export async function listCaseLines(
  platform: Platform,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<{ items: CaseLine[]; next: string | null }> {
  const limit = Math.min(200, Math.max(1, Number(query.limit) || DEFAULT_PAGE));
  const wanted = scopeCases(platform.knex('procedures.cases as cases'), actor, 'status');
  if (query.state) wanted.where('cases.state', query.state);
  if (query.updatedSince) wanted.where('cases.updated_at', '>=', new Date(query.updatedSince));
  if (query.reference && query.system)
    wanted.whereIn('cases.id', casesOf(platform.knex, query.system, query.reference));
  if (query.after) afterMark(wanted, query.after);
  const cases: (CaseRecord & { mark_at: string })[] = await wanted
    .select('cases.*', platform.knex.raw(`${MARK_AT} as mark_at`))
    .orderBy([{ column: 'cases.updated_at' }, { column: 'cases.id' }])
    .limit(limit + 1);
  const shown = cases.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await caseLines(platform, shown),
    next: cases.length > limit && last ? markOf(last) : null,
  };
}

export async function caseLines(platform: Platform, cases: CaseRecord[]): Promise<CaseLine[]> {
  const references: { case_id: string; system: string; reference: string }[] = cases.length
    ? await platform
        .knex('procedures.external_references')
        .whereIn(
          'case_id',
          cases.map((one) => one.id),
        )
        .whereNull('superseded_at')
        .orderBy('system')
    : [];
  return Promise.all(
    cases.map(async (current) => {
      const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
      return {
        id: current.id,
        packageId: current.package_id,
        bookNo: current.book_no,
        state: current.state,
        stateTitle: stateTitle(published, current.state),
        outcome: current.outcome,
        life: current.life,
        handlingUnit: current.handling_unit,
        originUnit: current.origin_unit,
        receivedAt: current.received_at.toISOString(),
        updatedAt: current.updated_at.toISOString(),
        references: references
          .filter((one) => one.case_id === current.id)
          .map(({ system, reference }) => ({ system, reference })),
      };
    }),
  );
}

/** `full`: a unit that may only follow the state learns the state and what is public, no terms. */
export async function caseStatus(platform: Platform, current: CaseRecord, full: boolean) {
  const [line] = await caseLines(platform, [current]);
  const clocks = full ? await clocksOf(platform.knex, current.id) : [];
  const events: BusinessEventRecord[] = full
    ? await platform
        .knex('procedures.business_events')
        .where({ case_id: current.id })
        .whereNotIn('id', correctedEvents(platform.knex, current.id))
        .orderBy('seq')
    : [];
  return {
    case: line,
    clocks: clocks.map((clock) => ({
      rule: clock.rule,
      variant: clock.variant,
      state: clock.state,
      stage: clock.stage,
      tracking: clock.tracking,
      startAt: clock.start_at.toISOString(),
      dueAt: clock.due_at.toISOString(),
      stoppedAt: clock.stopped_at?.toISOString() ?? null,
    })),
    events: events.map((event) => ({
      code: event.code,
      at: event.business_at.toISOString(),
      enteredAt: event.entered_at.toISOString(),
      stateAfter: event.state_after,
    })),
  };
}

const casesOf = (knex: Knex, system: string, reference: string) =>
  knex('procedures.external_references').where({ system, reference }).whereNull('superseded_at').select('case_id');

// Postgres keeps microseconds, JavaScript milliseconds: a mark that was cut off would bring its own row again.
const MARK_AT = `to_char(cases.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const MARK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

const markOf = (last: { id: string; mark_at: string }): string =>
  Buffer.from(`${last.mark_at} ${last.id}`).toString('base64url');

function afterMark(query: Knex.QueryBuilder, mark: string): void {
  const [at = '', id = ''] = Buffer.from(mark, 'base64url').toString('utf8').split(' ');
  if (!MARK.test(at) || !instantOf(at) || !UUID.test(id)) {
    throw requestInvalid([{ path: 'after', vi: 'after: không đúng', en: 'after: it is none that was given out' }]);
  }
  query.whereRaw('(cases.updated_at, cases.id) > (?::timestamptz, ?::uuid)', [at, id]);
}
