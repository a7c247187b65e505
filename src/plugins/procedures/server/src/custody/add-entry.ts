// Owns the entering of a taking, a hand-over or a correction by somebody who works on the case, and the confirmation by
// the taker alone, with a sign-in of his own.

import { businessTime } from '../acts/business-time';
import { loadCase } from '../cases/load-case';
import { mentionable } from '../notes/mentionable';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { CaseSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { doneOnce, holds, sentId } from '../storage/done-once';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import type { CustodyEntryRecord } from './custody-entry';
import { heldItems } from './held-items';
import { readContent } from './read-content';
import { standingEntries } from './standing-entries';
import { writeEntry } from './write-entry';

export interface EntryInput {
  table: string;
  row: string;
  kind: unknown;
  at: unknown;
  content: Record<string, unknown>;
  refersTo: unknown;
  reason: unknown;
  /** by which the same entry is known when it is sent again */
  clientId: unknown;
}

export async function addEntry(platform: Platform, actor: Actor, caseId: string, input: EntryInput): Promise<string> {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'case.writeCustody', subject));
  const id = sentId(input.clientId);
  if (!id) return append(platform, actor, current, subject, input);
  const own = { tenant_id: actor.tenantId, case_id: caseId, entered_by: actor.personId };
  const isSame = ({ content }: Record<string, unknown>) => holds(content, readContent(input.content));
  return doneOnce(platform.knex, { table: 'procedures.custody_entries', id, own, isSame }, () =>
    append(platform, actor, current, subject, input, id),
  );
}

async function append(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  subject: CaseSubject,
  input: EntryInput,
  id?: string,
): Promise<string> {
  const caseId = current.id;
  const { kind } = input;
  if (kind !== 'TAKEN' && kind !== 'HANDED_OVER' && kind !== 'CORRECTED') throw unknownKind();
  const held = await heldItems(platform, current);
  if (!held.some((item) => item.table === input.table && item.id === input.row)) return requireAllowed(NOT_FOUND);
  const content = readContent(input.content);
  const now = platform.clock.now();
  // Entered late is allowed as everywhere: both times are kept, and the order shows.
  const { businessAt } = businessTime(now, input.at, 'ghi chuỗi bảo quản');
  const known = await mentionable(platform.knex, now, current, subject);
  for (const id of [content.takerPersonId, content.giverPersonId])
    if (id !== null && !known.some((person) => person.id === id)) throw unknownPerson();
  const files: { id: string }[] = await platform
    .knex('procedures.attachments')
    .where({ case_id: caseId })
    .whereIn('id', content.attachments)
    .select('id');
  if (files.length !== content.attachments.length) return requireAllowed(NOT_FOUND);
  const wrong = kind === 'CORRECTED' ? await standing(platform, caseId, input) : null;
  return writeEntry(platform, actor, {
    id,
    caseId,
    table: input.table,
    row: input.row,
    kind,
    at: businessAt,
    content,
    refersTo: wrong?.id ?? null,
    reason: kind === 'CORRECTED' ? correctionReason(input.reason) : null,
  });
}

/** The taker says that he has it. */
export async function confirmEntry(platform: Platform, actor: Actor, entryId: string): Promise<string> {
  const entry: CustodyEntryRecord | undefined = UUID.test(entryId)
    ? await platform.knex('procedures.custody_entries').where({ id: entryId, tenant_id: actor.tenantId }).first()
    : undefined;
  if (!entry) return requireAllowed(NOT_FOUND);
  const { subject } = await loadCase(platform.knex, entry.case_id, actor.tenantId);
  requireAllowed(decide(actor, 'case.writeCustody', subject));
  if (entry.content.takerPersonId !== actor.personId) throw notTheTaker();
  const { case_id: caseId, table_name: table, row_id: row } = entry;
  await standing(platform, caseId, { table, row, refersTo: entry.id });
  return writeEntry(platform, actor, {
    caseId,
    table,
    row,
    kind: 'CONFIRMED',
    at: platform.clock.now(),
    content: entry.content,
    refersTo: entry.id,
    reason: null,
  });
}

/** The entry that is meant, as it stands; one that was corrected already is refused. */
async function standing(
  platform: Platform,
  caseId: string,
  { table, row, refersTo }: Pick<EntryInput, 'table' | 'row' | 'refersTo'>,
): Promise<CustodyEntryRecord> {
  const chain: CustodyEntryRecord[] = await platform
    .knex('procedures.custody_entries')
    .where({ case_id: caseId, table_name: table, row_id: row })
    .orderBy('seq');
  const found = standingEntries(chain).find(({ entry }) => entry.id === refersTo);
  if (found) return found.entry;
  throw new ProblemError({
    code: 'CUSTODY_ENTRY_NOT_STANDING',
    status: 409,
    vi: 'Cần một lần giao nhận còn hiệu lực của chính vật này. Hãy tải lại trang rồi chọn lại.',
    en: 'Expected a standing entry of this item, but there is none by that id: reload the page and choose again.',
  });
}

function correctionReason(given: unknown): string {
  const reason = typeof given === 'string' ? given.trim() : '';
  if (reason.length >= 10 && reason.length <= 1000) return reason;
  throw new ProblemError({
    code: 'REASON_NEEDED',
    status: 422,
    vi: 'Cần nêu sai ở đâu và vì sao, từ 10 đến 1000 ký tự.',
    en: 'Expected what was wrong and why, in 10 to 1000 characters.',
    detail: { problems: [{ path: 'reason', vi: 'Từ 10 đến 1000 ký tự.', en: '10 to 1000 characters.' }] },
  });
}

const unknownKind = () =>
  new ProblemError({
    code: 'CUSTODY_KIND_UNKNOWN',
    status: 422,
    vi: 'Cần loại: tiếp nhận, giao nhận hoặc đính chính. Hãy chọn lại.',
    en: 'Expected TAKEN, HANDED_OVER or CORRECTED: choose one of them.',
  });
const unknownPerson = () =>
  new ProblemError({
    code: 'CUSTODY_PERSON_UNKNOWN',
    status: 422,
    vi: 'Người giao, người nhận trong hệ thống phải là người được xem hồ sơ này. Hãy chọn lại, hoặc ghi tên nếu là người ngoài.',
    en: 'Expected people who may read this case: choose again, or write the name of somebody from outside.',
  });
const notTheTaker = () =>
  new ProblemError({
    code: 'NOT_THE_TAKER',
    status: 403,
    vi: 'Chỉ người nhận, bằng tài khoản của mình, mới xác nhận đã nhận. Hãy để người nhận đăng nhập.',
    en: 'Expected the taker, signed in as himself, but you are somebody else: let the taker sign in.',
  });
