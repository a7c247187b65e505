// Owns how the links of a case are shown. The other case is named as far as the reader may know it: of a restricted one
// that he may not read, not even that the link exists; of any other that he may not read, only its number.
import type { CaseLinks, CaseLinkView, LinkedCase } from '../../../shared/case-links-contract';
import type { CaseLinkRecord } from '../case-links/case-link';
import { isMergedAtOnce } from '../case-links/merge-definition';
import { caseAccess } from '../policy/case-access';
import { decide } from '../policy/decide';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { caseRows } from './case-rows';
import { linkedContent } from './linked-content';
import { named, personNames } from './person-names';

export async function caseLinkViews(platform: Platform, actor: Actor, current: CaseRecord): Promise<CaseLinks> {
  const { knex } = platform;
  const rows: CaseLinkRecord[] = await knex('procedures.case_links')
    .where({ tenant_id: current.tenant_id })
    .andWhere((either) => either.where({ case_id: current.id }).orWhere({ other_case_id: current.id }))
    .orderBy('created_at', 'desc');
  const others: CaseRecord[] = await knex('procedures.cases').whereIn(
    'id',
    rows.map((row) => otherEnd(row, current)),
  );
  const known = new Map(others.map((one) => [one.id, one]));
  const shown = new Map((await linkedCases(platform, actor, others)).map((one) => [one.id, one]));
  const names = await personNames(
    knex,
    rows.flatMap((row) => [row.created_by, row.approved_by, row.ended_by]),
  );
  const linksOf = async (row: CaseLinkRecord): Promise<CaseLinkView[]> => {
    const id = otherEnd(row, current);
    const [other, record] = [shown.get(id), known.get(id)];
    if (!other || !record) return [];
    const both =
      decide(actor, 'case.link', caseSubject(current)).allowed &&
      decide(actor, 'case.link', caseSubject(record)).allowed;
    const isMutual = row.kind === 'RELATED' || row.kind === 'SUSPECTED_DUPLICATE';
    return [
      {
        id: row.id,
        kind: row.kind,
        state: row.state,
        direction: row.case_id === current.id ? 'OUT' : 'IN',
        other,
        // A reason is written for those who read both.
        reason: both ? row.reason : '',
        by: named(names, row.created_by),
        at: row.created_at.toISOString(),
        approvedBy: named(names, row.approved_by),
        ended: row.ended_at
          ? {
              at: row.ended_at.toISOString(),
              by: named(names, row.ended_by),
              reason: both ? (row.ended_reason ?? '') : '',
            }
          : null,
        permissions: {
          end: both && isMutual && row.state === 'IN_FORCE',
          ...(await mergeRights(platform, actor, row, row.case_id === current.id ? current : record, both)),
        },
      },
    ];
  };
  const links = (await Promise.all(rows.map(linksOf))).flat();
  return {
    links,
    merged: await broughtIn(platform, actor, current, rows, known),
    permissions: await permissionsOf(platform, actor, current, rows.some(keepsFromMerging(current))),
  };
}

/** The same links that the database lets a case have one of. */
const keepsFromMerging =
  ({ id }: CaseRecord) =>
  ({ case_id, kind, state }: CaseLinkRecord) =>
    case_id === id && kind === 'MERGED_INTO' && (state === 'ASKED' || state === 'PENDING' || state === 'IN_FORCE');

const otherEnd = (row: CaseLinkRecord, current: CaseRecord) =>
  row.case_id === current.id ? row.other_case_id : row.case_id;

async function linkedCases(platform: Platform, actor: Actor, cases: CaseRecord[]): Promise<LinkedCase[]> {
  const access = new Map(cases.map((one) => [one.id, caseAccess(actor, caseSubject(one))]));
  const rows = await caseRows(
    platform,
    actor,
    cases.filter((one) => !one.restricted || access.get(one.id) !== 'none'),
  );
  return rows.map((row) => {
    const mayKnow = access.get(row.id) !== 'none';
    return {
      id: row.id,
      bookNo: row.bookNo,
      title: mayKnow ? row.title : null,
      stateTitle: mayKnow ? (row.stateTitle ?? null) : null,
      handlingUnitName: row.handlingUnitName ?? null,
      receivedAt: mayKnow ? row.receivedAt : null,
      mayOpen: mayKnow,
    };
  });
}

/** What stands in other cases and is read here: of those merged into it, and what it took along when it was split off. */
async function broughtIn(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  rows: CaseLinkRecord[],
  known: ReadonlyMap<string, CaseRecord>,
): Promise<CaseLinks['merged']> {
  const contents = await Promise.all(
    rows
      .filter(
        (row) =>
          row.state === 'IN_FORCE' &&
          (row.kind === 'MERGED_INTO' ? row.other_case_id === current.id : row.case_id === current.id) &&
          (row.kind === 'MERGED_INTO' || row.kind === 'SPLIT_FROM'),
      )
      .map((row) => {
        const from = known.get(otherEnd(row, current));
        return from ? linkedContent(platform, actor, from, row) : null;
      }),
  );
  return contents.flatMap((content) => content ?? []);
}

async function mergeRights(
  platform: Platform,
  actor: Actor,
  row: CaseLinkRecord,
  own: CaseRecord,
  both: boolean,
): Promise<{ approve: boolean; undo: boolean; takeBack: boolean }> {
  if (row.kind !== 'MERGED_INTO' || !both) return { approve: false, undo: false, takeBack: false };
  const published = await platform.library.active(own.tenant_id, own.package_id);
  const merge = published.read.manifest.record.links?.merge;
  const isHead = decide(actor, 'case.decideLink', caseSubject(own)).allowed;
  const mayDecide = row.created_by !== actor.personId && (merge?.approval === 'SECOND_PERSON' || isHead);
  return {
    approve: row.state === 'ASKED' && mayDecide,
    undo: row.state === 'IN_FORCE' && isHead && Boolean(merge?.undo),
    takeBack: row.state === 'ASKED' && row.created_by === actor.personId,
  };
}

async function permissionsOf(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  waits: boolean,
): Promise<CaseLinks['permissions']> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const subject = caseSubject(current);
  const { merge, split } = published.read.manifest.record.links ?? {};
  const link = decide(actor, 'case.link', subject).allowed;
  const mayMerge =
    current.life === 'ACTIVE' &&
    decide(actor, 'case.merge', { tenantId: actor.tenantId, groups: merge?.groups ?? [], case: subject }).allowed;
  const maySplit =
    link && !current.restricted && (split?.approval !== 'HEAD' || decide(actor, 'case.decideLink', subject).allowed);
  return {
    link,
    merge:
      merge && mayMerge
        ? { approval: merge.approval, law: merge.law ?? null, atOnce: isMergedAtOnce(actor, merge, subject), waits }
        : null,
    split: split && maySplit ? { approval: split.approval, law: split.law ?? null } : null,
  };
}
