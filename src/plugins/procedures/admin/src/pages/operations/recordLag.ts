import type { OperationsView } from '../../../../shared/contracts';

/** How many positions of the engine's log are still to be worked on, over all partitions. Positions pass 2^53. */
export function recordLag(lag: OperationsView['records']['lag']): number {
  return lag.reduce((sum, { lastPosition, cursor }) => {
    const behind = BigInt(lastPosition || '0') - BigInt(cursor || '0');
    return sum + (behind > 0n ? Number(behind) : 0);
  }, 0);
}
