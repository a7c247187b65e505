// Owns the check at start that records of this very engine come back here. Without it tasks would never show, so the
// caller starts no work before it has passed.
import type { Pool } from 'pg';
import { ProblemError } from '../problems/problem-error';
import { type FencedEngine, fence } from './fence';
import type { Progress } from './progress';

export async function markerCheck(
  engine: FencedEngine,
  progress: Progress,
  { pool, engineId, url, timeoutMs }: { pool: Pool; engineId: string; url: string; timeoutMs: number },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (let wait = 2_000; ; wait = Math.min(wait * 2, 10_000)) {
    try {
      await fence(engine, progress, Math.max(1, Math.min(wait, deadline - Date.now())));
      return;
    } catch (error) {
      if (Date.now() < deadline) continue;
      throw await notAttached(pool, engineId, url, error);
    }
  }
}

async function notAttached(pool: Pool, engineId: string, url: string, cause: unknown): Promise<ProblemError> {
  const { rows } = await pool.query<{ engine_id: string }>(
    `select engine_id from procedures.refused_records where reason = 'UNKNOWN_ENGINE' order by id desc limit 1`,
  );
  const other = rows[0]?.engine_id;
  return new ProblemError({
    code: 'RECORDS_DO_NOT_ARRIVE',
    status: 503,
    vi: `Bản ghi của bộ máy ${engineId} phải được gửi về ${url}, nhưng bản ghi đánh dấu không quay về.${other ? ` Có bản ghi đến từ mã bộ máy khác: ${other}.` : ''} Hãy đặt địa chỉ và tiền tố chỉ mục của bộ xuất, rồi khởi động lại. Chưa bắt đầu công việc nào.`,
    en: `Expected records of engine ${engineId} at ${url}, but the marker record did not come back.${other ? ` Records came under another engine id: ${other}.` : ''} Set the exporter's URL (without a path) and index prefix, then start again. No work was started.`,
    detail: { otherEngineId: other ?? null, cause: cause instanceof Error ? cause.message : String(cause) },
  });
}
