// Owns the question that is asked before an entry that holds nothing takes a number: a form nobody has typed into is sent by
// one key. It is a question, never a refusal: the same entry with the answer is taken in. One word, tick, day or file is enough
// not to be asked.
import type { Knex } from 'knex';
import { nothingEntered } from '../forms/nothing-entered';
import type { StartDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Actor } from '../tenants/actor';

interface Entry {
  actor: Actor | null;
  tenantId: string;
  published: PublishedPackage;
  start: StartDefinition;
  values: Record<string, unknown>;
  reserved?: unknown;
  clientId: string;
}

export async function refuseEmptyEntry(knex: Knex, entry: Entry): Promise<void> {
  const { published, start, values, tenantId, clientId, reserved, actor } = entry;
  if (!nothingEntered(findForm(published, start.form), values)) return;
  const file = await knex('procedures.attachments')
    .where({ tenant_id: tenantId, client_id: clientId, uploaded_by: actor?.personId ?? null })
    .whereNull('withdrawn_at')
    .first('id');
  if (file) return;
  throw new ProblemError({
    code: 'ENTRY_EMPTY',
    status: 409,
    ...wordsOf(published.read.manifest.record.numberSeries?.title, Boolean(reserved)),
  });
}

function wordsOf(book: { vi: string; en: string } | null | undefined, onPaper: boolean): { vi: string; en: string } {
  const asked = {
    vi: 'Chưa có chữ nào, nơi nào, người nào hay tệp nào trong phiếu.',
    en: 'Expected a word, a place, a person or a file in the entry, but it holds nothing.',
  };
  if (!book)
    return {
      vi: `${asked.vi} Nếu vẫn ghi, một hồ sơ trống được mở.`,
      en: `${asked.en} If sent, an empty case is opened.`,
    };
  return onPaper
    ? {
        vi: `${asked.vi} Nếu vẫn ghi, số của phiếu giấy này trong “${book.vi}” mang một hồ sơ trống và không dùng lại được.`,
        en: `${asked.en} If sent, the number of this paper in “${book.en}” belongs to an empty case and cannot be used again.`,
      }
    : {
        vi: `${asked.vi} Nếu vẫn ghi, một hồ sơ trống được mở và lấy số tiếp theo của “${book.vi}”; số đã lấy không trả lại được.`,
        en: `${asked.en} If sent, an empty case is opened and takes the next number of “${book.en}”; a number that is taken is not given back.`,
      };
}
