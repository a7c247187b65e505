/** Reads the merges that wait for this reader, and reads them again when one is asked for or decided. */
import type { WaitingMerges } from '../../../../../shared/case-links-contract';
import { type Resource, useResource } from '../../../api/useResource';
import { useLiveEvents } from '../../../live/useLiveEvents';

/** `isKnown`: whoever works with no cases is not told of any. */
export function useWaitingMerges(isKnown = true): Resource<WaitingMerges> {
  const merges = useResource<WaitingMerges>(isKnown ? '/case-links/waiting' : null, { refreshMs: 60_000 });
  useLiveEvents('notices', merges.reload);
  return merges;
}
