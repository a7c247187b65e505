// Owns what somebody who holds a receipt adds to the case: a note and files for the people who handle it. It is taken in
// whatever the case is (an answer that differed would tell), nothing of it is ever shown to whoever holds the receipt, and it
// says that nobody knows who wrote it.
import { writeAudit } from '../audit/write-audit';
import { shownInstead } from '../case-links/shown-instead';
import { caseContext } from '../cases/case-context';
import { noteText } from '../notes/note-text';
import { notify } from '../notices/notify';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import { keepFiles } from './keep-files';
import type { SentFile } from './read-multipart';

export async function addByReceipt(
  platform: Platform,
  ofReceipt: CaseRecord,
  entryId: string,
  given: { text: string; files: readonly SentFile[] },
): Promise<void> {
  const known = await platform.knex('procedures.notes').where({ id: entryId }).first('id');
  if (known) return;
  const text = noteText(given.text);
  // Where the case was merged into another one, that is where somebody works on it.
  const current = await shownInstead(platform.knex, ofReceipt);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const { record, people } = await caseContext(platform, current, published);
  const isProtected = record.identityProtection === true || people.some((person) => person.sealed === true);
  await keepFiles(platform, given.files, {
    tenantId: current.tenant_id,
    actor: null,
    clientId: null,
    caseId: current.id,
    isProtected,
    keepsFacts: false,
  });
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const written = await trx('procedures.notes')
      .insert({
        id: entryId,
        tenant_id: current.tenant_id,
        case_id: current.id,
        task_id: null,
        visibility: 'INTERNAL',
        text,
        author: null,
        by_receipt: true,
        written_at: now,
      })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (written.length === 0) return;
    await notify(trx, {
      tenantId: current.tenant_id,
      kind: 'ADDED',
      to: await toWhom(trx, current),
      why: {
        vi: 'Có thông tin bổ sung gửi bằng mã biên nhận',
        en: 'Something was added to a case by its receipt code',
      },
      caseId: current.id,
      link: `/cases/${current.id}?tab=notes`,
      now,
    });
    await writeAudit(trx, {
      tenantId: current.tenant_id,
      at: now,
      actor: null,
      action: 'note.byReceipt',
      subjectType: 'note',
      subjectId: entryId,
      detail: { case: current.id, files: given.files.length },
    });
  });
}

/** Whoever holds a task of the case; nobody: the unit that handles it. */
async function toWhom(trx: Parameters<typeof notify>[0], current: CaseRecord) {
  const holders: string[] = await trx('procedures.tasks')
    .where({ case_id: current.id, state: 'OPEN' })
    .whereNotNull('assignee')
    .distinct()
    .pluck('assignee');
  return holders.length > 0 ? holders.map((personId) => ({ personId })) : [{ unit: current.handling_unit }];
}
