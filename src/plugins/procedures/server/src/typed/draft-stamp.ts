// typed/ owns which of several savings of what is being typed stands. A page numbers its savings: an older one of its own
// that arrives late is passed over. Another page of the same person (a second tab, another machine) goes on only from the
// saving that it has seen; otherwise it is told, and says itself which words are to stand.
import type { DraftStamp } from '../../../shared/draft-stamp';
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';
import { instantOf } from '../time/instant-of';

/** As the tables of drafts keep it, beside `saved_at`. */
export interface StampColumns {
  page_id: string | null;
  page_count: number | null;
}

export interface Stamp {
  columns: { page_id: string; page_count: number };
  seen: Date | null;
}

export function stampOf(given: unknown): Stamp {
  const { page, count, seen } = (given ?? {}) as Partial<Record<keyof DraftStamp, unknown>>;
  const seenAt = typeof seen === 'string' ? instantOf(seen) : null;
  const isCount = Number.isSafeInteger(count) && (count as number) > 0;
  if (typeof page !== 'string' || !UUID.test(page) || !isCount || (seen !== null && !seenAt)) throw stampNeeded();
  return { columns: { page_id: page, page_count: count as number }, seen: seenAt };
}

/** For `on conflict … do update … where`: the row that stands in `table` is the one to be written over. */
export function mayReplace(
  table: string,
  { columns, seen }: Stamp,
): { sql: string; bindings: (string | number | Date | null)[] } {
  return {
    sql: `(${table}.page_id is null
      or (${table}.page_id = ? and ${table}.page_count < ?)
      or (${table}.page_id <> ? and date_trunc('milliseconds', ${table}.saved_at) = ?::timestamptz))`,
    bindings: [columns.page_id, columns.page_count, columns.page_id, seen],
  };
}

/** What stands where nothing was written: the same page's own newer words, else another's, which is a refusal. */
export function standing(stored: { page_id: string | null; saved_at: Date }, { columns }: Stamp): Date {
  if (stored.page_id === columns.page_id) return stored.saved_at;
  throw new ProblemError({
    code: 'DRAFT_NEWER',
    status: 409,
    vi: 'Bản nháp này vừa được lưu từ một thẻ hoặc máy khác của bạn, nên phần gõ ở đây chưa được lưu. Hãy lưu phần ở đây đè lên bản kia, hoặc chép phần cần giữ rồi tải lại trang để lấy bản kia.',
    en: 'Expected to go on from the last saved draft, but another tab or machine of yours has saved a newer one, and what is typed here was not saved. Save what is here in its place, or copy what you need and load the page again.',
    detail: { newerAt: stored.saved_at.toISOString() },
  });
}

const stampNeeded = () =>
  new ProblemError({
    code: 'DRAFT_STAMP_NEEDED',
    vi: 'Cần dấu của lần lưu: stamp { page: uuid của trang, count: số lần lưu tăng dần từ 1, seen: savedAt đã thấy hoặc null }.',
    en: 'Expected the stamp of the saving: stamp { page: uuid of the page, count: growing from 1, seen: the savedAt that was seen, or null }.',
  });
