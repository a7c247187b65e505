// Owns the stamps of savings as one loaded page makes them: each call is its next saving.
import { randomUUID } from 'node:crypto';
import type { DraftStamp } from '../../src/plugins/procedures/shared/draft-stamp';

export function draftStamps(): (seen?: string | null) => DraftStamp {
  const page = randomUUID();
  let count = 0;
  return (seen = null) => {
    count += 1;
    return { page, count, seen };
  };
}
