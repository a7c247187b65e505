/** One file of a draft as it is being worked on. */
export interface FileInHand {
  revision: number;
  text: string;
  /** what the server is known to have */
  saved: string;
  /** somebody else was faster: nothing is saved until it is said which of the two stands */
  isLate: boolean;
  /** the save that is on its way */
  under: Promise<void> | null;
  timer: number;
}

/**
 * What was changed in a file and is not saved, by who changed it, in which draft and file, as long as the panel stays open:
 * another file or tab is looked at, and it is there again. The browser keeps nothing of it.
 */
const unsaved = new Map<string, FileInHand>();

export const takeInHand = (place: string): FileInHand =>
  unsaved.get(place) ?? { revision: 0, text: '', saved: '', isLate: false, under: null, timer: 0 };

export const isUnsaved = ({ text, saved }: FileInHand): boolean => text !== saved;

/** After every change of the file: remembered until it is saved. */
export function remember(place: string, file: FileInHand): void {
  if (isUnsaved(file)) unsaved.set(place, file);
  else unsaved.delete(place);
}
