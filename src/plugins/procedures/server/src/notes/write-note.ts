// Owns the writing of a note, and of the note that takes an earlier one's place. Whoever is mentioned is told.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { NoteVisibility } from '../../../shared/taskpage-contract';
import { placeOfCase } from '../attachments/load-attachment';
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { CaseSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { doneOnce, sentId } from '../storage/done-once';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { mentionable } from './mentionable';
import { loadNote, type NoteRecord } from './note-record';
import { noteText } from './note-text';
import { reporterRefusal } from './reporter-notes';

export interface NoteInput {
  text: unknown;
  visibility: unknown;
  mentions: unknown;
  taskId: unknown;
  supersedes: unknown;
  confirmed: unknown;
  /** by which the same note is known when it is sent again */
  clientId: unknown;
}

export async function writeNote(platform: Platform, actor: Actor, caseId: string, input: NoteInput): Promise<string> {
  const id = sentId(input.clientId) ?? randomUUID();
  const own = { tenant_id: actor.tenantId, case_id: caseId, author: actor.personId };
  const isSame = (row: Record<string, unknown>) => row.text === noteText(input.text);
  return doneOnce(platform.knex, { table: 'procedures.notes', id, own, isSame }, () =>
    insertNote(platform, actor, caseId, id, input),
  );
}

async function insertNote(
  platform: Platform,
  actor: Actor,
  caseId: string,
  id: string,
  input: NoteInput,
): Promise<string> {
  const place = await placeOfCase(platform.knex, actor, caseId);
  requireAllowed(decide(actor, 'note.write', place));
  const { current } = place;
  const text = noteText(input.text);
  const visibility: NoteVisibility = input.visibility === 'VISIBLE_TO_REPORTER' ? 'VISIBLE_TO_REPORTER' : 'INTERNAL';
  if (visibility === 'VISIBLE_TO_REPORTER') await requireReachable(platform, current, input.confirmed);
  return inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    const people = await peopleOf(trx, now, current, place.case as CaseSubject, input.mentions);
    const earlier = input.supersedes ? await earlierOf(trx, actor, caseId, input.supersedes) : null;
    const task = await taskOf(trx, caseId, input.taskId);
    const [note]: NoteRecord[] = await trx('procedures.notes')
      .insert({
        id,
        tenant_id: actor.tenantId,
        case_id: caseId,
        task_id: earlier ? earlier.task_id : task,
        visibility,
        text,
        author: actor.personId,
        written_at: now,
        supersedes: earlier?.id ?? null,
      })
      .returning('*');
    if (people.length > 0) {
      await trx('procedures.note_mentions').insert(people.map((id) => ({ note_id: note.id, person_id: id })));
      const known: string[] = earlier
        ? await trx('procedures.note_mentions').where({ note_id: earlier.id }).pluck('person_id')
        : [];
      const fresh = people.filter((id) => !known.includes(id));
      if (fresh.length > 0) {
        await notify(trx, {
          tenantId: actor.tenantId,
          kind: 'MENTION',
          to: fresh.map((personId) => ({ personId })),
          why: { vi: 'Bạn được nhắc đến trong một ghi chú', en: 'You are mentioned in a note' },
          caseId,
          taskId: note.task_id,
          link: `/cases/${caseId}?tab=notes`,
          now,
          by: actor.personId,
        });
      }
    }
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: earlier ? 'note.supersede' : 'note.write',
      subjectType: 'note',
      subjectId: note.id,
      detail: { case: caseId, visibility, mentions: people.length },
    });
    return id;
  });
}

async function requireReachable(platform: Platform, current: CaseRecord, confirmed: unknown): Promise<void> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const refusal = await reporterRefusal(platform, current, published);
  if (refusal) throw new ProblemError({ code: 'REPORTER_NOT_REACHABLE', status: 409, ...refusal });
  if (confirmed === true) return;
  throw new ProblemError({
    code: 'CONFIRMATION_NEEDED',
    status: 409,
    vi: 'Người báo sẽ đọc được ghi chú này. Hãy xác nhận lần nữa trước khi gửi.',
    en: 'Expected a second confirmation, because the reporter will read this note.',
  });
}

async function peopleOf(
  trx: Knex.Transaction,
  now: Date,
  current: CaseRecord,
  subject: CaseSubject,
  given: unknown,
): Promise<string[]> {
  const wanted = Array.isArray(given) ? [...new Set(given.map(String))] : [];
  if (wanted.length === 0) return [];
  const known = new Set((await mentionable(trx, now, current, subject)).map((one) => one.id));
  if (wanted.every((id) => known.has(id))) return wanted;
  throw new ProblemError({
    code: 'MAY_NOT_READ_CASE',
    vi: 'Có người được nhắc không được xem hồ sơ này. Hãy bỏ tên người đó rồi gửi lại; nội dung vẫn còn.',
    en: 'Expected people who may read the case, but somebody mentioned may not. Take the name out and send again.',
  });
}

async function earlierOf(trx: Knex.Transaction, actor: Actor, caseId: string, id: unknown): Promise<NoteRecord> {
  const earlier = await loadNote(trx, id, actor.tenantId);
  const later = await trx('procedures.notes').where({ supersedes: earlier.id }).first('id');
  if (earlier.case_id === caseId && earlier.author === actor.personId && !earlier.withdrawn_at && !later)
    return earlier;
  throw new ProblemError({
    code: 'NOTE_NOT_EDITABLE',
    status: 409,
    vi: 'Chỉ người viết mới sửa được bản mới nhất của ghi chú, khi ghi chú chưa bị rút. Hãy tải lại rồi sửa tiếp.',
    en: 'Expected the newest wording of a note of your own that is not withdrawn. Reload and go on from there.',
  });
}

async function taskOf(trx: Knex.Transaction, caseId: string, given: unknown): Promise<string | null> {
  if (typeof given !== 'string' || !/^[0-9a-f-]{36}$/i.test(given)) return null;
  const task = await trx('procedures.tasks').where({ id: given, case_id: caseId }).first('id');
  return task?.id ?? null;
}
