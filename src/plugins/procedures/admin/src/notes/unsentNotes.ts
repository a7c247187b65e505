import type { NoteVisibility, PersonName } from '../../../shared/taskpage-contract';

export interface UnsentNote {
  text: string;
  visibility: NoteVisibility;
  mentions: PersonName[];
}

/**
 * What was typed as a note and not sent, by where it would stand, as long as the panel stays open: another task or page is
 * looked at, and the words are there again. The browser keeps nothing of it.
 */
export const unsentNotes = new Map<string, UnsentNote>();
