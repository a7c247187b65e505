// Owns the fence behind everything: records that only the full exporter brings (elements, variables) come seconds after
// those that tasks hang on. A signal that nobody waits for is broadcast, and only that exporter brings its record.
import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine/engine';
import { ProblemError } from '../problems/problem-error';
import { type FencedEngine, fence } from './fence';
import { MARKER_SIGNAL, type Progress } from './progress';

export type FullyFencedEngine = FencedEngine & Pick<Engine, 'broadcastSignal'>;

/** Resolves when all that the engine did before the call is in, in every table, and has had its effects. */
export async function fenceAll(engine: FullyFencedEngine, progress: Progress, timeoutMs: number): Promise<void> {
  const { partitions } = await engine.topology();
  const timeout = AbortSignal.timeout(timeoutMs);
  const name = `${MARKER_SIGNAL}${randomUUID()}`;
  const seen = progress.waitForSignal(name, partitions, timeout);
  await engine.broadcastSignal(name, {});
  if (!(await seen)) throw notSeen(timeoutMs);
  await fence(engine, progress, timeoutMs);
}

const notSeen = (timeoutMs: number) =>
  new ProblemError({
    code: 'FENCE_TIMED_OUT',
    status: 503,
    vi: `Bản ghi đánh dấu phải quay về trong ${timeoutMs / 1000} giây, nhưng chưa thấy. Hãy kiểm tra bộ xuất đầy đủ của bộ máy, rồi thử lại.`,
    en: `Expected the marker signal back within ${timeoutMs / 1000} s, but it did not come. Check the engine's full exporter, then try again.`,
  });
