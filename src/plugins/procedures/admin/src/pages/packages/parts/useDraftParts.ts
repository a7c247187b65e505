import type { DraftParts } from '../../../../../shared/draft-parts-contract';
import { useResource } from '../../../api/useResource';
import type { PanelProps } from '../panelProps';

/** The parts of the draft, and what follows a change of one: they are read again, the draft too, and it is checked. */
export function useDraftParts({ draft, onReload, onSaved }: PanelProps) {
  const path = `/drafts/${draft.draft.id}`;
  const { data, problem, reload } = useResource<DraftParts>(`${path}/parts`);
  const changed = () => {
    reload();
    void onReload();
    onSaved();
  };
  return { path, data, problem, reload, changed };
}
