// Owns the book as people read it: every number that was ever taken, what became of it, and whether any is unexplained. The
// case behind a number shows only to those who may know of it.
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { BookLine, BookNumberState, BookView, NumberBlock } from '../../../shared/intake-contract';
import { zoneOf } from '../documents/template-versions';
import type { NumberSeries } from '../packages/types';
import { scopeCases } from '../policy/case-scope';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { pageOf } from '../storage/page-of';
import type { Actor } from '../tenants/actor';
import { type BookNumberRecord, bookText } from './book-number';
import { bookSubject } from './book-subject';
import { noBook } from './number-problems';

const PAGE = 50;

export async function readBook(
  platform: Pick<Platform, 'knex' | 'clock' | 'library'>,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<BookView> {
  const { manifest } = (await chosenPackage(platform, actor.tenantId, query.packageId)).read;
  const subject = bookSubject(actor, manifest);
  requireAllowed(decide(actor, 'book.read', subject));
  const series = manifest.record.numberSeries;
  if (!series) throw noBook();
  const { knex } = platform;
  const known: { year: number; last: number }[] = await knex('procedures.number_series')
    .where({ tenant_id: actor.tenantId, series: series.id })
    .orderBy('year', 'desc')
    .select('year', 'last');
  const thisYear = DateTime.fromJSDate(platform.clock.now(), { zone: await zoneOf(knex, actor.tenantId) }).year;
  const years = [...new Set([thisYear, ...known.map((one) => one.year)])].sort((a, b) => b - a);
  const year = years.find((one) => one === Number(query.year)) ?? thisYear;
  const ofYear = { tenant_id: actor.tenantId, series: series.id, year };
  const counts: { state: string; n: string }[] = await knex('procedures.book_numbers')
    .where(ofYear)
    .select('state')
    .count('* as n')
    .groupBy('state');
  const countOf = (state: string) => Number(counts.find((one) => one.state === state)?.n ?? 0);
  const total = counts.reduce((sum, one) => sum + Number(one.n), 0);
  return {
    packageId: manifest.id,
    series: series.id,
    title: series.title ?? manifest.title,
    year,
    years,
    lines: await linesOf(knex, actor, series, ofYear, query),
    total,
    counts: { used: countOf('USED'), reserved: countOf('RESERVED'), voided: countOf('VOIDED') },
    complete: (known.find((one) => one.year === year)?.last ?? 0) === total,
    blocks: await blocksOf(knex, series, ofYear),
    permissions: { reserve: decide(actor, 'book.reserve', subject).allowed },
  };
}

/** The one that was asked for; else the first that keeps a book. */
async function chosenPackage({ library }: Pick<Platform, 'library'>, tenantId: string, packageId: string | undefined) {
  if (packageId) return library.active(tenantId, packageId);
  const all = await library.allActive(tenantId);
  const first = all.find((one) => one.read.manifest.record.numberSeries?.title) ?? all[0];
  if (!first) throw noBook();
  return first;
}

type Line = BookNumberRecord & { voided_name: string | null };

async function linesOf(
  knex: Knex,
  actor: Actor,
  series: NumberSeries,
  ofYear: { tenant_id: string; series: string; year: number },
  query: Record<string, string | undefined>,
): Promise<BookLine[]> {
  const page = pageOf(query.page);
  const rows: Line[] = await knex('procedures.book_numbers as line')
    .leftJoin('procedures.people as person', 'person.id', 'line.voided_by')
    .where({ 'line.tenant_id': ofYear.tenant_id, 'line.series': ofYear.series, 'line.year': ofYear.year })
    .modify((builder) => {
      if (query.state === 'RESERVED' || query.state === 'VOIDED' || query.state === 'USED')
        builder.where('line.state', query.state);
    })
    .orderBy('line.number', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .select('line.*', 'person.full_name as voided_name');
  const cases: { id: string; title: string | null; received_at: Date; late_reason: string | null }[] = await scopeCases(
    knex('procedures.cases as cases')
      .leftJoin('procedures.actions as action', (on) =>
        on.on('action.case_id', 'cases.id').andOnVal('action.kind', 'START_CASE'),
      )
      .whereIn(
        'cases.id',
        rows.flatMap((row) => row.case_id ?? []),
      )
      .select('cases.id', 'cases.title', 'cases.received_at', 'action.late_reason'),
    actor,
    'status',
  );
  return rows.map((row) => {
    const behind = cases.find((one) => one.id === row.case_id);
    return {
      series: row.series,
      year: row.year,
      number: row.number,
      text: bookText(series, row.number, row.year),
      state: stateOf(row),
      caseId: behind?.id ?? null,
      title: behind?.title ?? null,
      receivedAt: behind?.received_at.toISOString() ?? null,
      enteredLate: Boolean(behind?.late_reason),
      blockId: row.block_id,
      voidReason: row.void_reason,
      voidedBy: row.voided_name,
    };
  });
}

const stateOf = (row: BookNumberRecord): BookNumberState =>
  row.state === 'RESERVED' && row.case_id !== null ? 'RECORDING' : row.state;

async function blocksOf(
  knex: Knex,
  series: NumberSeries,
  ofYear: { tenant_id: string; series: string; year: number },
): Promise<NumberBlock[]> {
  const rows = await knex('procedures.number_blocks as block')
    .join('procedures.people as person', 'person.id', 'block.reserved_by')
    .where({ 'block.tenant_id': ofYear.tenant_id, 'block.series': ofYear.series, 'block.year': ofYear.year })
    .orderBy('block.reserved_at', 'desc')
    .limit(20)
    .select(
      'block.*',
      'person.full_name',
      knex.raw(
        `array(select n.number from procedures.book_numbers n
               where n.block_id = block.id and n.state = 'RESERVED' and n.case_id is null order by n.number) as waiting`,
      ),
    );
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    first: row.first_number,
    last: row.last_number,
    firstText: bookText(series, row.first_number, row.year),
    lastText: bookText(series, row.last_number, row.year),
    reason: row.reason,
    reservedBy: row.full_name,
    reservedAt: row.reserved_at.toISOString(),
    waitingNumbers: row.waiting,
  }));
}
