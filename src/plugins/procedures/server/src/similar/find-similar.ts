// Owns the search for cases that resemble what somebody is typing. Rights are part of every query: only cases whose
// content the person reads, so nobody learns of a restricted case by describing it.
import type { Knex } from 'knex';
import type { FindSimilarBody, SimilarCase } from '../../../shared/intake-contract';
import { scopeCases } from '../policy/case-scope';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { stateTitle } from '../views/case-title';
import { comparePlaces } from './compare-places';
import { judgeSimilar } from './judge-similar';
import { folded, similarWords } from './similar-words';
import { wordsInCommon, worthAmong } from './weigh-words';

const SHOWN = 5;
/** Of each way of looking. */
const CANDIDATES = 60;
const DAYS_OF_PLACE = 365;
const DAYS_OF_WORDS = 180;
const HOURS_OF_TIME = 48;

interface Found {
  id: string;
  at: Date;
  place: string;
  alike: number;
  within: number;
  lexemes: string[];
}

export async function findSimilar(
  platform: Pick<Platform, 'knex' | 'clock' | 'library'>,
  actor: Actor,
  body: Partial<Record<keyof FindSimilarBody, unknown>>,
): Promise<SimilarCase[]> {
  const packageId = String(body.packageId ?? '');
  const published = await platform.library.active(actor.tenantId, packageId);
  const start = published.read.manifest.starts.find((one) => one.event === body.event);
  requireAllowed(
    decide(actor, 'case.findSimilar', { tenantId: actor.tenantId, packageId, groups: start?.groups ?? [] }),
  );
  if (!published.read.manifest.record.similar) return [];
  const place = folded(text(body.place)).slice(0, 500);
  const words = similarWords(text(body.text));
  const told = new Date(text(body.at));
  const at = Number.isNaN(told.getTime()) ? platform.clock.now() : told;
  if (place.length < 4 && words.size === 0) return [];
  const { knex } = platform;
  const lexemes = [...words.keys()];
  const found: Found[] = await knex
    .with('candidate', (union) => {
      const looks = [
        aroundTime(knex, actor, packageId, at),
        ...(place.length >= 4 ? [atPlace(knex, actor, packageId, at, place)] : []),
        ...(lexemes.length > 0 ? [withWords(knex, actor, packageId, at, lexemes)] : []),
      ];
      union.union(looks, true);
    })
    .from('candidate')
    .join('procedures.similar_texts as known', 'known.case_id', 'candidate.case_id')
    .select(
      'known.case_id as id',
      'known.at',
      'known.place',
      knex.raw('similarity(known.place, ?) as alike', [place]),
      knex.raw('greatest(word_similarity(?, known.place), word_similarity(known.place, ?)) as within', [place, place]),
      knex.raw('tsvector_to_array(known.words) as lexemes'),
    );
  const minutesOf = (one: Found) => Math.abs(one.at.getTime() - at.getTime()) / 60_000;
  const worth = worthAmong(
    found.filter((one) => minutesOf(one) <= HOURS_OF_TIME * 60).map(({ lexemes: known }) => known),
  );
  const alike = found
    .flatMap((one) => {
      const common = wordsInCommon(lexemes, one.lexemes, worth);
      const judged = judgeSimilar({
        place: comparePlaces({ mine: place, theirs: one.place, alike: one.alike, within: one.within }),
        minutes: minutesOf(one),
        words: common,
        bothTold: lexemes.length > 0 && one.lexemes.length > 0,
        written: common.pairs.length > 0 ? common.pairs.flatMap((pair) => words.get(pair) ?? []) : common.syllables,
      });
      return judged ? [{ id: one.id, ...judged }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHOWN);
  const cases: CaseRecord[] = await knex('procedures.cases').whereIn(
    'id',
    alike.map(({ id }) => id),
  );
  return alike.flatMap(({ id, reasons }) => {
    const row = cases.find((one) => one.id === id);
    return row
      ? [
          {
            caseId: id,
            bookNo: row.book_no,
            title: row.title ?? published.read.manifest.title.vi,
            stateTitle: stateTitle(published, row.state),
            receivedAt: row.received_at.toISOString(),
            reasons,
          },
        ]
      : [];
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One way of looking: the best few of what the person may read. A row without words and place finds nobody. */
function known(knex: Knex, actor: Actor, packageId: string, at: Date, hours: number): Knex.QueryBuilder {
  const span = hours * 3_600_000;
  const query = knex('procedures.similar_texts as text')
    .join('procedures.cases as cases', 'cases.id', 'text.case_id')
    .where({ 'text.tenant_id': actor.tenantId, 'text.package_id': packageId })
    .whereBetween('text.at', [new Date(at.getTime() - span), new Date(at.getTime() + span)])
    .whereNot('cases.life', 'CANCELLED')
    .select('text.case_id')
    .limit(CANDIDATES);
  return scopeCases(query, actor, 'content');
}

const aroundTime = (knex: Knex, actor: Actor, packageId: string, at: Date) =>
  known(knex, actor, packageId, at, HOURS_OF_TIME).orderByRaw('abs(extract(epoch from text.at - ?::timestamptz))', [
    at,
  ]);

const atPlace = (knex: Knex, actor: Actor, packageId: string, at: Date, place: string) =>
  known(knex, actor, packageId, at, DAYS_OF_PLACE * 24)
    // The operators of pg_trgm that its index answers: alike as a whole, or the one within the other.
    .whereRaw('(text.place % ? or text.place %> ?)', [place, place])
    // Of one market in a year, the cases of these days first.
    .orderByRaw(
      'round(greatest(similarity(text.place, ?), word_similarity(?, text.place))::numeric, 1) desc, abs(extract(epoch from text.at - ?::timestamptz))',
      [place, place, at],
    );

const withWords = (knex: Knex, actor: Actor, packageId: string, at: Date, lexemes: string[]) => {
  const any = lexemes.map((lexeme) => `'${lexeme.replace(/['\\]/g, '')}'`).join(' | ');
  return known(knex, actor, packageId, at, DAYS_OF_WORDS * 24)
    .whereRaw('text.words @@ ?::tsquery', [any])
    .orderByRaw('ts_rank(text.words, ?::tsquery) desc, abs(extract(epoch from text.at - ?::timestamptz))', [any, at]);
};
