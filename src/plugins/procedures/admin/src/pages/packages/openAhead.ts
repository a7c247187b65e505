/** Reads a draft and its main model ahead, beside the code that shows them. */
import { readAhead } from '../../api/readAhead';
import { loadWorkspace } from './loadWorkspace';
import { readMainModelAhead } from './readMainModelAhead';

export function openAhead(draftId: string): void {
  void loadWorkspace();
  readAhead(`/drafts/${draftId}`);
  readMainModelAhead(draftId);
}
