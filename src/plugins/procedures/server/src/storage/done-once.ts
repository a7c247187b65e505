// Owns what happens when the same thing is sent twice, at once or because the first answer was lost on the line: its caller has
// given it an id, and what is there under that id already is the answer.
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { UUID } from './uuid';

export interface Once {
  table: 'procedures.actions' | 'procedures.custody_entries' | 'procedures.notes';
  id: string;
  /** whose it must be; an id of somebody else's is refused */
  own: Record<string, unknown>;
  /** whether the row says what is sent now */
  isSame(row: Record<string, unknown>): boolean;
}

/** Returns the id: of what `act` has done now, or of what was done before. */
export async function doneOnce(
  knex: Knex,
  { table, id, own, isSame }: Once,
  act: () => Promise<string>,
): Promise<string> {
  const find = async () => {
    const row = await knex(table).where({ id }).first();
    if (!row) return null;
    if (Object.entries(own).some(([column, value]) => row[column] !== value)) throw idTaken();
    if (!isSame(row)) throw doneOtherwise();
    return id;
  };
  const before = await find();
  if (before) return before;
  try {
    return await act();
  } catch (error) {
    // Whatever the second one was refused for (no longer offered, taken, the same id), the first one has done it.
    if (await find()) return id;
    throw error;
  }
}

/** Whether `kept` holds all that `sent` says; as it was kept: JSON has no undefined. */
export function holds(kept: unknown, sent: unknown): boolean {
  const given: unknown = JSON.parse(JSON.stringify(sent ?? null));
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return isDeepStrictEqual(kept ?? null, given);
  return Object.entries(given).every(([name, value]) => holds((kept as Record<string, unknown> | null)?.[name], value));
}

/** The id that a page has given to what it sends; undefined: it has given none, and a repeated request is a second one. */
export function sentId(given: unknown): string | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === 'string' && UUID.test(given)) return given.toLowerCase();
  throw new ProblemError({
    code: 'CLIENT_ID_INVALID',
    status: 422,
    vi: 'Mã lần nhập (clientId) phải là uuid. Hãy tải lại trang.',
    en: 'Expected clientId to be a uuid. Reload the page.',
  });
}

const idTaken = () =>
  new ProblemError({
    code: 'CLIENT_ID_TAKEN',
    status: 409,
    vi: 'Mã lần nhập (clientId) này đã dùng cho việc khác. Hãy tải lại trang rồi nhập lại.',
    en: 'Expected a clientId of this entry alone, but it stands for something else. Reload the page and enter it again.',
  });

const doneOtherwise = () =>
  new ProblemError({
    code: 'DONE_OTHERWISE',
    status: 409,
    vi: 'Lần gửi trước đã được ghi, với nội dung khác với bây giờ. Hãy tải lại để xem bản đã ghi; muốn ghi thêm thì nhập lại từ đầu.',
    en: 'What was sent before is recorded, and says something else. Reload to see it; to record another one, begin anew.',
  });
