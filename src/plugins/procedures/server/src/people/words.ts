// Owns the words that a tenant chooses itself: forms of acting for another and kinds of absence.
import type { Knex } from 'knex';
import type { WordView } from '../../../shared/people-contract';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { recordChange } from './record-change';

export const WORD_LISTS = ['ACTING_FORM', 'ABSENCE_KIND'] as const;
export type WordList = (typeof WORD_LISTS)[number];

interface WordRecord {
  list: WordList;
  code: string;
  title: string;
  prefix: string | null;
  own_title: boolean;
  sort_order: number;
  active: boolean;
}

const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;

export async function wordsOf(knex: Knex, tenantId: string): Promise<Record<WordList, WordView[]>> {
  const rows: WordRecord[] = await knex('procedures.people_words')
    .where({ tenant_id: tenantId })
    .orderBy(['list', 'sort_order', 'title']);
  const view = ({ code, title, prefix, own_title, active }: WordRecord) => ({
    code,
    title,
    prefix,
    ownTitle: own_title,
    active,
  });
  const of = (list: WordList) => rows.filter((row) => row.list === list).map(view);
  return { ACTING_FORM: of('ACTING_FORM'), ABSENCE_KIND: of('ABSENCE_KIND') };
}

/** The word, or a refusal that names the field. */
export async function activeWord(
  knex: Knex,
  tenantId: string,
  list: WordList,
  code: string,
  path: string,
): Promise<WordRecord> {
  const word = await knex('procedures.people_words').where({ tenant_id: tenantId, list, code, active: true }).first();
  if (word) return word;
  throw changeProblem('WORD_UNKNOWN', 'Hãy chọn một mục trong danh mục.', 'Expected a word of the list.', path);
}

/** A word in use is never deleted, only switched off: what was entered with it keeps it. */
export async function putWord(
  platform: Platform,
  actor: Actor,
  list: string,
  code: string,
  body: Record<string, unknown>,
): Promise<{ code: string }> {
  const fields = new FormFields({ ...body, list, code });
  fields.oneOf('list', WORD_LISTS);
  if (!CODE.test(code)) fields.fault('code', 'Mã gồm chữ in hoa, số, gạch dưới', 'Expected A-Z, 0-9 and underscores');
  const prefix = list === 'ACTING_FORM' ? fields.text('prefix', 40) : null;
  const row = {
    title: fields.text('title', 120),
    prefix,
    own_title: body.ownTitle !== false,
    sort_order: fields.integer('order', 0),
    active: body.active !== false,
  };
  fields.check();
  const key = { tenant_id: actor.tenantId, list, code };
  return inTransaction(platform.strapi, async (trx) => {
    const before: WordRecord | undefined = await trx('procedures.people_words').where(key).forUpdate().first();
    await trx('procedures.people_words')
      .insert({ ...key, ...row })
      .onConflict(['tenant_id', 'list', 'code'])
      .merge();
    await recordChange(trx, actor.tenantId, actor, platform.clock.now(), {
      subjectType: 'word',
      subjectId: `${list}:${code}`,
      personId: null,
      change: 'word.put',
      before: before ? { title: before.title, prefix: before.prefix, active: before.active } : null,
      after: row,
      reason: fields.optionalText('reason', 1000),
    });
    return { code };
  });
}
