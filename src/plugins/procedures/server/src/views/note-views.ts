// Owns how notes are shown: one entry for each, with its newest wording and the earlier ones behind it; and the notes that
// mention a person, in one list.
import type { MentionRow, NoteView } from '../../../shared/taskpage-contract';
import type { NoteRecord } from '../notes/note-record';
import { decide } from '../policy/decide';
import { type AttachmentPlaceSubject, caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { named, personNames } from './person-names';

export async function noteViews(
  platform: Platform,
  actor: Actor,
  caseId: string,
  place: AttachmentPlaceSubject,
): Promise<NoteView[]> {
  const { knex } = platform;
  const rows: (NoteRecord & { task_title: string | null })[] = await knex('procedures.notes as note')
    .leftJoin('procedures.tasks as task', 'task.id', 'note.task_id')
    .where('note.case_id', caseId)
    .orderBy('note.written_at')
    .select('note.*', 'task.title as task_title');
  const mentions: { note_id: string; person_id: string }[] = rows.length
    ? await knex('procedures.note_mentions').whereIn(
        'note_id',
        rows.map((row) => row.id),
      )
    : [];
  const names = await personNames(knex, [
    ...rows.flatMap((row) => [row.author, row.withdrawn_by]),
    ...mentions.map((one) => one.person_id),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const superseded = new Set(rows.map((row) => row.supersedes));
  return rows
    .filter((row) => !superseded.has(row.id))
    .reverse()
    .map((row) => {
      const isOpen = row.withdrawn_at === null;
      const subject = { ...place, author: row.author };
      return {
        id: row.id,
        taskId: row.task_id,
        taskTitle: row.task_title,
        visibility: row.visibility,
        text: row.text,
        author: named(names, row.author),
        byReceipt: row.by_receipt,
        writtenAt: row.written_at.toISOString(),
        mentions: mentions.filter((one) => one.note_id === row.id).flatMap((one) => named(names, one.person_id) ?? []),
        history: earlierOf(row, byId),
        withdrawn: row.withdrawn_at
          ? {
              at: row.withdrawn_at.toISOString(),
              by: named(names, row.withdrawn_by),
              reason: row.withdrawn_reason ?? '',
            }
          : null,
        permissions: {
          edit: isOpen && row.author === actor.personId && decide(actor, 'note.write', place).allowed,
          withdraw: isOpen && decide(actor, 'note.withdraw', subject).allowed,
        },
      };
    });
}

function earlierOf(row: NoteRecord, byId: ReadonlyMap<string, NoteRecord>): NoteView['history'] {
  const earlier = row.supersedes ? byId.get(row.supersedes) : undefined;
  if (!earlier) return [];
  const { text, visibility, written_at } = earlier;
  return [{ text, visibility, writtenAt: written_at.toISOString() }, ...earlierOf(earlier, byId)];
}

/** Newest first; a case that the person may no longer read is left out. */
export async function mentionRows(platform: Platform, actor: Actor): Promise<MentionRow[]> {
  const { knex } = platform;
  const rows: NoteRecord[] = await knex('procedures.notes as note')
    .join('procedures.note_mentions as mention', 'mention.note_id', 'note.id')
    .where({ 'mention.person_id': actor.personId, 'note.tenant_id': actor.tenantId })
    .whereNull('note.withdrawn_at')
    .whereNotExists(knex('procedures.notes as later').whereRaw('later.supersedes = note.id'))
    .orderBy('note.written_at', 'desc')
    .limit(100)
    .select('note.*');
  const cases: CaseRecord[] = await knex('procedures.cases').whereIn('id', [
    ...new Set(rows.map((row) => row.case_id)),
  ]);
  const readable = cases.filter((one) => decide(actor, 'case.readRecord', caseSubject(one)).allowed);
  const titles = new Map<string, string>();
  for (const one of readable) {
    const published = await platform.library.load(one.tenant_id, one.package_id, one.package_version);
    titles.set(one.id, one.title || published.read.manifest.title.vi);
  }
  const names = await personNames(
    knex,
    rows.map((row) => row.author),
  );
  return rows
    .filter((row) => titles.has(row.case_id))
    .map((row) => ({
      noteId: row.id,
      caseId: row.case_id,
      taskId: row.task_id,
      caseTitle: titles.get(row.case_id) ?? '',
      text: row.text,
      author: named(names, row.author),
      writtenAt: row.written_at.toISOString(),
    }));
}
