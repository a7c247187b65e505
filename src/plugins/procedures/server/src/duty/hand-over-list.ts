// Owns the list as it is signed: the remarks beside the lines, the things that are handed over, and the hashes that hold
// the list and both confirmations together. Pure.
import { createHash } from 'node:crypto';
import type { HandOverContent, HandOverItem, HandOverLine } from '../../../shared/duty-contract';
import { canonicalJson } from '../audit/canonical-json';
import { ProblemError } from '../problems/problem-error';

const MAX_REMARK = 500;
const MAX_ITEMS = 50;
const MAX_NOTE = 4_000;

type Loose = Record<string, unknown>;

const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

export const contentHash = (content: HandOverContent): string => sha256(content);

export interface Signatures {
  contentHash: string;
  givenBy: string | null;
  givenAt: string;
  takenBy: string;
  takenAt: string;
  takeRemark: string | null;
}

/** Changes when anything of the list or of who confirmed it and when does. */
export const signatureHash = (signatures: Signatures): string => sha256(signatures);

/** `seen`: keys of the lines that the giver had before the eyes; what came meanwhile is not handed over unread. */
export function requireSeen(lines: readonly HandOverLine[], seen: unknown): void {
  const known = new Set(Array.isArray(seen) ? seen : []);
  const unread = lines.filter(({ key }) => !known.has(key));
  if (unread.length === 0) return;
  throw new ProblemError({
    code: 'HAND_OVER_LIST_CHANGED',
    status: 409,
    vi: `Có ${unread.length} việc mới từ lúc bạn mở danh sách. Hãy xem lại danh sách rồi ký.`,
    en: `Expected the list as you have read it, but ${unread.length} lines are new: look at them, then sign.`,
    detail: { lines: unread.map(({ key }) => key) },
  });
}

export function withRemarks(lines: readonly HandOverLine[], remarks: unknown): HandOverLine[] {
  const given = typeof remarks === 'object' && remarks !== null ? (remarks as Loose) : {};
  return lines.map((line) => ({
    ...line,
    remark: textOf(Object.hasOwn(given, line.key) ? given[line.key] : '', MAX_REMARK, `remarks.${line.key}`),
  }));
}

export function itemsOf(value: unknown): HandOverItem[] {
  const items = Array.isArray(value) ? value : [];
  if (items.length > MAX_ITEMS) throw refused('items', `Nhiều nhất ${MAX_ITEMS} mục.`, `At most ${MAX_ITEMS} things.`);
  return items
    .map((one: Loose | null, at) => ({
      title: textOf(one?.title, 200, `items[${at}].title`),
      note: textOf(one?.note, MAX_REMARK, `items[${at}].note`),
    }))
    .filter(({ title, note }) => title !== '' || note !== '');
}

export const noteOf = (value: unknown, path = 'note'): string => textOf(value, MAX_NOTE, path);

function textOf(value: unknown, most: number, path: string): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : null;
  if (text !== null && text.length <= most) return text;
  throw refused(path, `Cần chữ, nhiều nhất ${most} ký tự.`, `Expected text of at most ${most} characters.`);
}

const refused = (path: string, vi: string, en: string) =>
  new ProblemError({ code: 'HAND_OVER_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });
