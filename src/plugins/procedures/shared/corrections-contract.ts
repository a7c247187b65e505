/** The contract of corrections: what was recorded of a sending is never edited, another event takes its place. */

import type { ActingNote } from './acting-note';

interface Bilingual {
  vi: string;
  en: string;
}
export type CorrectionState = 'ASKED' | 'IN_FORCE' | 'REFUSED';
export type CorrectionApproval = 'NONE' | 'HEAD' | 'SECOND_PERSON';

/** One line of what a form said: label and value in words. */
export interface EventDetail {
  label: Bilingual;
  value: unknown;
  type: 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'list';
}
export interface CorrectionView {
  id: string;
  state: CorrectionState;
  reason: string;
  /** what it says instead */
  businessAt: string;
  details: EventDetail[];
  askedBy: { id: string; name: string } | null;
  askedFor: ActingNote | null;
  askedAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedFor: ActingNote | null;
  decidedAt: string | null;
  decisionReason: string | null;
  permissions: { decide: boolean; takeBack: boolean };
}
/** What the page needs to ask for one. */
export interface CorrectionDraft {
  form: Record<string, unknown> | null;
  values: Record<string, unknown>;
  businessAt: string;
  approval: CorrectionApproval;
  /** the reader's own word is enough */
  atOnce: boolean;
}
export interface CorrectionBody {
  values: Record<string, unknown>;
  at: string;
  reason: string;
}
