/** What is being typed at intake is kept under the id that the case will have. */
import * as React from 'react';

import type { StartForm } from '../../../../shared/contracts';
import type { DraftStamp } from '../../../../shared/draft-stamp';
import type { IntakeDraftContent, SaveIntakeDraftBody } from '../../../../shared/intake-contract';
import { put } from '../../api/send';
import { type Kept, useKept } from '../../api/useKept';

export function useIntakeDraft(id: string, start: StartForm, savedBefore: string | null): Kept<IntakeDraftContent> {
  const write = React.useCallback(
    (content: IntakeDraftContent, stamp: DraftStamp) => {
      const { packageId, event, version } = start;
      const body: SaveIntakeDraftBody = { packageId, event, version, content, stamp };
      return put<{ savedAt: string }>(`/intake-drafts/${id}`, body);
    },
    [id, start],
  );
  return useKept(write, savedBefore);
}
