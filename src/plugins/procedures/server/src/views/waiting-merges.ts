// Owns the list of merges that wait for this person's decision: of the cases whose handling unit he leads, or any that he
// reads where the package wants a second person, but never his own asking.
import type { WaitingMerges } from '../../../shared/case-links-contract';
import type { CaseLinkRecord } from '../case-links/case-link';
import { decide } from '../policy/decide';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { caseRows } from './case-rows';
import { named, personNames } from './person-names';

const MOST = 50;

export async function waitingMerges(platform: Platform, actor: Actor): Promise<WaitingMerges> {
  const { knex } = platform;
  const links: CaseLinkRecord[] = await knex('procedures.case_links as link')
    .join('procedures.cases as own', 'own.id', 'link.case_id')
    .where({ 'link.tenant_id': actor.tenantId, 'link.state': 'ASKED', 'link.kind': 'MERGED_INTO' })
    .whereNot({ 'link.created_by': actor.personId })
    .whereIn('own.handling_unit', [...actor.units, ...actor.headOf])
    .orderBy('link.created_at')
    .limit(MOST)
    .select('link.*');
  if (links.length === 0) return { items: [] };
  const cases: CaseRecord[] = await knex('procedures.cases').whereIn(
    'id',
    links.flatMap((link) => [link.case_id, link.other_case_id]),
  );
  const rows = new Map((await caseRows(platform, actor, cases)).map((row) => [row.id, row]));
  const names = await personNames(
    knex,
    links.map((link) => link.created_by),
  );
  const items = await Promise.all(
    links.map(async (link) => {
      const [own, other] = [link.case_id, link.other_case_id].map((id) => cases.find((one) => one.id === id));
      if (!own || !other || !(await mayDecide(platform, actor, own, other))) return [];
      return [
        {
          id: link.id,
          case: shown(rows.get(own.id), own.id),
          into: shown(rows.get(other.id), other.id),
          reason: link.reason,
          by: named(names, link.created_by),
          at: link.created_at.toISOString(),
        },
      ];
    }),
  );
  return { items: items.flat() };
}

async function mayDecide({ library }: Platform, actor: Actor, own: CaseRecord, other: CaseRecord): Promise<boolean> {
  const published = await library.load(own.tenant_id, own.package_id, own.package_version);
  const isByHead = published.read.manifest.record.links?.merge?.approval === 'HEAD';
  return (
    decide(actor, isByHead ? 'case.decideLink' : 'case.link', caseSubject(own)).allowed &&
    decide(actor, 'case.link', caseSubject(other)).allowed
  );
}

const shown = (row: { bookNo: string | null; title: string } | undefined, id: string) => ({
  id,
  bookNo: row?.bookNo ?? null,
  title: row?.title ?? '',
});
