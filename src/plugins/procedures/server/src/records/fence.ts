// Owns the fence: a marker message goes through each partition, and when its record has come back and reactions are past
// it, everything that the engine did before the call is known and has had its effects.
import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine/engine';
import { ProblemError } from '../problems/problem-error';
import { keyForPartition } from './partition-of-key';
import { MARKER_MESSAGE, type Progress } from './progress';

/** What a fence needs of an engine. */
export type FencedEngine = Pick<Engine, 'topology' | 'publishMessage'>;

export async function fence(engine: FencedEngine, progress: Progress, timeoutMs: number): Promise<void> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  try {
    const { partitions } = await engine.topology();
    const passed = await Promise.all(
      Array.from({ length: partitions }, (_, n) => passMarker(engine, progress, n + 1, partitions, timeout.signal)),
    );
    const missing = passed.flatMap((ok, n) => (ok ? [] : [n + 1]));
    if (missing.length > 0) throw fenceTimedOut(missing, timeoutMs);
  } finally {
    clearTimeout(timer);
    timeout.abort();
  }
}

async function passMarker(
  engine: FencedEngine,
  progress: Progress,
  partitionId: number,
  partitions: number,
  signal: AbortSignal,
): Promise<boolean> {
  const messageId = randomUUID();
  const seen = progress.waitForMarker(messageId, signal);
  // Nobody waits for this message: with no time to live it leaves a record and is gone. The answer does not matter, the
  // record does; an unclear one is not sent again, since the wait ends by itself.
  await engine.publishMessage({
    name: MARKER_MESSAGE,
    correlationKey: keyForPartition(partitionId, partitions),
    messageId,
    timeToLiveMs: 0,
    variables: {},
  });
  const marker = await seen;
  return marker !== undefined && progress.waitForCursor(marker.partitionId, marker.position, signal);
}

function fenceTimedOut(partitionIds: number[], timeoutMs: number): ProblemError {
  const seconds = timeoutMs / 1000;
  return new ProblemError({
    code: 'FENCE_TIMED_OUT',
    status: 503,
    vi: `Bản ghi đánh dấu phải quay về trong ${seconds} giây, nhưng chưa thấy ở phân vùng ${partitionIds.join(', ')}. Hãy kiểm tra bộ xuất của bộ máy và hàng đợi phản ứng, rồi thử lại.`,
    en: `Expected the marker record back within ${seconds} s, but partitions ${partitionIds.join(', ')} did not pass it. Check the engine's exporters and the reactions, then try again.`,
    detail: { partitionIds },
  });
}
