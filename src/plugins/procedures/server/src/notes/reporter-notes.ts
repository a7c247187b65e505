// Owns what the reporter of a case is told by notes. Whoever holds the receipt reads it, and that need not be the
// reporter: so nothing is said where the case is restricted, where the source asked for secrecy or a person of the case
// is sealed (a found paper must not tell more than a state), and where there is no receipt at all.
import type { Bilingual } from '../../../shared/contracts';
import { caseContext } from '../cases/case-context';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { NoteRecord } from './note-record';

/** Why not, in words; null: it may. */
export async function reporterRefusal(
  platform: Platform,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<Bilingual | null> {
  if (!current.receipt_code) {
    return {
      vi: 'Hồ sơ này không có mã tra cứu nên người báo không đọc được ghi chú nào.',
      en: 'The case has no receipt code, so the reporter can read no note.',
    };
  }
  const { record, people } = await caseContext(platform, current, published);
  const isProtected = record.identityProtection === true || people.some((person) => person.sealed === true);
  if (!current.restricted && !isProtected) return null;
  return {
    vi: 'Hồ sơ được bảo vệ hoặc hạn chế: ai nhặt được giấy biên nhận cũng không được biết thêm gì, nên không gửi ghi chú cho người báo.',
    en: 'The case is protected or restricted: whoever finds the receipt must learn nothing more, so no note goes to the reporter.',
  };
}

/** What the look-up by receipt code shows: the newest wording of each note that was written for the reporter. */
export async function notesForReporter(
  platform: Platform,
  current: CaseRecord,
): Promise<{ text: string; date: string }[]> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  if (await reporterRefusal(platform, current, published)) return [];
  const rows: NoteRecord[] = await platform
    .knex('procedures.notes as note')
    .where({ 'note.case_id': current.id, 'note.visibility': 'VISIBLE_TO_REPORTER' })
    .whereNull('note.withdrawn_at')
    .whereNotExists(platform.knex('procedures.notes as later').whereRaw('later.supersedes = note.id'))
    .orderBy('note.written_at', 'desc')
    .select('note.*');
  return rows.map((row) => ({ text: row.text, date: row.written_at.toISOString() }));
}
