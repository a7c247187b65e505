import { readAhead } from '../../api/readAhead';

/** Without a path the server answers with the main model: its name need not be known yet. */
export const readMainModelAhead = (draftId: string): void => readAhead(`/drafts/${draftId}/file`);
