// Owns the way of the benches to the throw-away engine: what is tried on it is no work, so its names need no manifest.
import { connectEngine } from '../../engine/connect-engine';
import type { Engine } from '../../engine/engine';

let engine: Engine | null = null;

export function benchEngine(): Engine {
  engine ??= connectEngine({ address: process.env.ZEEBE_ADDRESS ?? '', isAllowed: () => true });
  return engine;
}
