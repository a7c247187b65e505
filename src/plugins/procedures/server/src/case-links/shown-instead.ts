// Owns what the public look-up of a merged case tells: how far the case has come that took it in, by state, words, date
// and unit only, so that nothing says which one it is. A restricted one is not told of, not even so.
import type { Knex } from 'knex';
import type { CaseRecord } from '../storage/rows';

export async function shownInstead(knex: Knex, current: CaseRecord): Promise<CaseRecord> {
  let shown = current;
  // No ring can form (mergeable.ts); the count is a belt beside the braces.
  for (let step = 0; step < 20; step += 1) {
    const target: CaseRecord | undefined = await knex('procedures.cases as c')
      .join('procedures.case_links as l', 'l.other_case_id', 'c.id')
      .where({ 'l.case_id': shown.id, 'l.kind': 'MERGED_INTO', 'l.state': 'IN_FORCE' })
      .first('c.*');
    if (!target || target.restricted || !target.public_status) return shown;
    shown = target;
  }
  return shown;
}
