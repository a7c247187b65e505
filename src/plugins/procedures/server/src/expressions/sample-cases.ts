// Owns the live cases that an expression can be tried on. Restricted cases are nobody's here, as in the engine room.
import type { Knex } from 'knex';
import type { SampleCase, SampleCases } from '../../../shared/expressions-contract';
import { findDraft } from '../drafts/draft-rows';
import { instanceRows } from '../operations/instance-rows';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';

const MOST = 20;

/** Cases of the draft's procedure; who stands at the element first, then the newest. */
export async function sampleCases(
  platform: Platform,
  actor: Actor,
  draftId: string,
  { element = '', search = '' }: { element?: string; search?: string },
): Promise<SampleCases> {
  const { knex } = platform;
  const draft = await findDraft(knex, actor.tenantId, draftId);
  const query = knex('procedures.cases as c')
    .where({ 'c.tenant_id': actor.tenantId, 'c.package_id': draft.package_id, 'c.restricted': false })
    .where('c.life', 'ACTIVE');
  const words = search.trim().slice(0, 100);
  if (words) query.whereRaw("c.book_no ilike '%' || ? || '%'", [words.replace(/[\\%_]/g, (sign) => `\\${sign}`)]);
  const rows: (CaseRecord & { is_here: boolean })[] = await query
    .select('c.*', { is_here: knex.raw('exists (?)', [standingAt(knex, element)]) })
    .orderByRaw('is_here desc, c.received_at desc, c.id')
    .limit(MOST + 1);
  const shown = rows.slice(0, MOST);
  const instances = await instanceRows(platform, shown);
  return {
    items: instances.map(
      (one, at): SampleCase => ({
        caseId: one.caseId,
        bookNo: one.bookNo,
        startedAt: one.startedAt,
        unitName: one.unitName,
        version: one.packageVersion,
        steps: one.elements.map(({ title }) => title),
        isHere: shown[at]?.is_here === true,
      }),
    ),
    more: rows.length > MOST,
  };
}

const standingAt = (knex: Knex, element: string): Knex.QueryBuilder =>
  knex('procedures.case_instances as i')
    .join('procedures.element_instances as e', (on) =>
      on.on('e.engine_id', 'i.engine_id').andOn('e.process_instance_key', 'i.process_instance_key'),
    )
    .whereRaw('i.case_id = c.id and e.ended_at is null')
    .where('e.element_id', element)
    .select(knex.raw('1'));
