// Owns what is known in memory of how far records and reactions have come, and who waits for it.
import { REACTION_VALUE_TYPES } from './reaction-types';
import type { EngineRecord } from './types';

export const MARKER_MESSAGE = 'procedures.marker';
/** A signal of this name and an id: only the exporter that brings everything brings it. */
export const MARKER_SIGNAL = 'procedures.marker.';

export interface PartitionProgress {
  partitionId: number;
  /** Of the last record that reactions read. */
  lastPosition: string;
  /** Up to here every reaction has happened. */
  cursor: string;
}

export class Progress {
  readonly #engineId: string;
  readonly #partitions = new Map<number, { last: bigint; cursor: bigint }>();
  readonly #markers = new Map<string, (at: { partitionId: number; position: string }) => void>();
  readonly #signals = new Map<string, { missing: Set<number>; resolve(): void }>();
  readonly #waiting = new Set<{ partitionId: number; position: bigint; resolve(): void }>();

  constructor(engineId: string) {
    this.#engineId = engineId;
  }

  /** After a commit. Returns the partitions in which there is something to react to. */
  recordsCommitted(records: EngineRecord[]): Set<number> {
    const touched = new Set<number>();
    for (const record of records) {
      if (record.engineId === this.#engineId && record.valueType === 'SIGNAL') this.#signalSeen(record);
      if (record.engineId !== this.#engineId || !REACTION_VALUE_TYPES.includes(record.valueType)) continue;
      this.recordSeen(record.partitionId, record.position);
      touched.add(record.partitionId);
      if (record.valueType === 'MESSAGE' && record.intent === 'PUBLISHED') this.#markerSeen(record);
    }
    return touched;
  }

  recordSeen(partitionId: number, position: string): void {
    const partition = this.#partition(partitionId);
    if (BigInt(position) > partition.last) partition.last = BigInt(position);
  }

  cursorMoved(partitionId: number, position: string): void {
    const partition = this.#partition(partitionId);
    this.recordSeen(partitionId, position);
    const moved = BigInt(position);
    if (moved > partition.cursor) partition.cursor = moved;
    for (const waiter of this.#waiting) {
      if (waiter.partitionId !== partitionId || waiter.position > partition.cursor) continue;
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }

  /** Resolves when every reaction up to `position` has happened; false when `signal` ends the wait. */
  waitForCursor(partitionId: number, position: string, signal: AbortSignal): Promise<boolean> {
    if (this.#partition(partitionId).cursor >= BigInt(position)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter = { partitionId, position: BigInt(position), resolve: () => resolve(true) };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', () => {
        this.#waiting.delete(waiter);
        resolve(false);
      });
    });
  }

  /** Resolves with where the marker's record is; undefined when `signal` ends the wait. */
  waitForMarker(
    messageId: string,
    signal: AbortSignal,
  ): Promise<{ partitionId: number; position: string } | undefined> {
    return new Promise((resolve) => {
      this.#markers.set(messageId, resolve);
      signal.addEventListener('abort', () => {
        this.#markers.delete(messageId);
        resolve(undefined);
      });
    });
  }

  /** Resolves when the signal's record has come from each partition; false when `abort` ends the wait. */
  waitForSignal(name: string, partitions: number, abort: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const missing = new Set(Array.from({ length: partitions }, (_, n) => n + 1));
      this.#signals.set(name, { missing, resolve: () => resolve(true) });
      abort.addEventListener('abort', () => {
        this.#signals.delete(name);
        resolve(false);
      });
    });
  }

  partitions(): PartitionProgress[] {
    return [...this.#partitions.entries()]
      .map(([partitionId, { last, cursor }]) => ({ partitionId, lastPosition: `${last}`, cursor: `${cursor}` }))
      .sort((a, b) => a.partitionId - b.partitionId);
  }

  #signalSeen({ value, partitionId }: EngineRecord): void {
    const waiting = this.#signals.get(String(value.signalName));
    waiting?.missing.delete(partitionId);
    if (waiting?.missing.size !== 0) return;
    this.#signals.delete(String(value.signalName));
    waiting.resolve();
  }

  #markerSeen({ value, partitionId, position }: EngineRecord): void {
    if (value.name !== MARKER_MESSAGE || typeof value.messageId !== 'string') return;
    const resolve = this.#markers.get(value.messageId);
    this.#markers.delete(value.messageId);
    resolve?.({ partitionId, position });
  }

  #partition(partitionId: number): { last: bigint; cursor: bigint } {
    let partition = this.#partitions.get(partitionId);
    if (!partition) {
      partition = { last: 0n, cursor: 0n };
      this.#partitions.set(partitionId, partition);
    }
    return partition;
  }
}
