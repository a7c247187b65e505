/** The contract of the task page beside the form: history, what comes next, notes. */
import type { Bilingual } from './contracts';

export interface PersonName {
  id: string;
  name: string;
}

/* what became of a task */
export interface TaskStatus {
  version: number;
  state: 'OPEN' | 'COMPLETING' | 'COMPLETED' | 'CANCELLED';
  assignee: PersonName | null;
  packageVersion: string;
  /** what happened last, in words, and by whom; null: nothing but its opening */
  last: { text: Bilingual; person: PersonName | null; at: string } | null;
}
export type TaskHistoryKind = 'OPENED' | 'CLAIMED' | 'RELEASED' | 'DELEGATED' | 'COMPLETED' | 'CANCELLED';
export interface TaskHistoryRow {
  kind: TaskHistoryKind;
  at: string;
  person: PersonName | null;
  toPerson: PersonName | null;
  reason: string | null;
}
export interface TaskHistory {
  items: TaskHistoryRow[];
}
export interface Colleagues {
  items: (PersonName & { title: string })[];
}
export interface DelegateBody {
  version: number;
  personId: string;
  reason: string;
}

/* a form that is no longer the one that was opened */
export interface FormDifference {
  path: string;
  label: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
}

/* notes */
export type NoteVisibility = 'INTERNAL' | 'VISIBLE_TO_REPORTER';
export interface NoteView {
  id: string;
  taskId: string | null;
  taskTitle: string | null;
  visibility: NoteVisibility;
  text: string;
  author: PersonName | null;
  /** added by whoever holds the receipt; nobody knows who that is */
  byReceipt: boolean;
  writtenAt: string;
  mentions: PersonName[];
  /** earlier wordings, newest first */
  history: { text: string; visibility: NoteVisibility; writtenAt: string }[];
  withdrawn: { at: string; by: PersonName | null; reason: string } | null;
  permissions: { edit: boolean; withdraw: boolean };
}
export interface NoteList {
  items: NoteView[];
  maxLength: number;
  /** why nothing may be said to the reporter of this case; null: it may */
  reporterRefusal: Bilingual | null;
  permissions: { write: boolean };
}
export interface NoteBody {
  text: string;
  visibility: NoteVisibility;
  mentions?: string[];
  taskId?: string;
  /** the note that this one takes the place of */
  supersedes?: string;
  /** said once more: the reporter will read it */
  confirmed?: boolean;
  /** a uuid of the note that is being written: sent again, it is the same note */
  clientId?: string;
}
export interface MentionRow {
  noteId: string;
  caseId: string;
  taskId: string | null;
  caseTitle: string;
  text: string;
  author: PersonName | null;
  writtenAt: string;
}
