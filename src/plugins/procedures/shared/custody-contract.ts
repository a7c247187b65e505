/** The contract of the chain of custody: what a case holds, who had it when, and where the chain has gaps. */

import type { Bilingual } from './contracts';

export type CustodyKind = 'TAKEN' | 'HANDED_OVER' | 'CONFIRMED' | 'CORRECTED';
export type CustodyGapCode =
  | 'NO_CHAIN'
  | 'NOT_CONFIRMED'
  | 'GIVER_NOT_HOLDER'
  | 'OUT_OF_ORDER'
  | 'SEAL_BROKEN'
  | 'SEAL_CHANGED'
  | 'QUANTITY_CHANGED'
  | 'HASH_BROKEN';

/** What an entry says. Texts are at most 300 characters. */
export interface CustodyContent {
  /** whom it was taken from, or who gives it */
  giver: string;
  giverPersonId: string | null;
  /** who has it from then on */
  taker: string;
  takerPersonId: string | null;
  takerUnit: string;
  place: string;
  quantity: string;
  condition: string;
  sealNo: string;
  /** as found at this hand-over; null: there was no seal to look at */
  sealIntact: boolean | null;
  documentNo: string;
  attachments: string[];
}
export interface CustodyEntryView {
  id: string;
  seq: number;
  kind: CustodyKind;
  at: string;
  enteredAt: string;
  enteredBy: { id: string; name: string } | null;
  content: CustodyContent;
  takerUnitName: string | null;
  /** set when the taker has confirmed it with a sign-in of his own */
  confirmed: { seq: number; at: string; by: { id: string; name: string } | null } | null;
  /** set when a later entry stands in its place */
  correctedBy: string | null;
  reason: string | null;
  hash: string;
  permissions: { confirm: boolean; correct: boolean };
}
export interface CustodyGap {
  code: CustodyGapCode;
  /** the entry at which the chain is open; null: the item has none */
  entryId: string | null;
}
export interface CustodyItem {
  table: string;
  id: string;
  text: string;
  /** what its row says, to begin the first entry with */
  start: Partial<CustodyContent> & { at?: string };
  entries: CustodyEntryView[];
  gaps: CustodyGap[];
}
export interface CaseCustody {
  /** null: the package holds nothing in custody */
  title: Bilingual | null;
  legalBasis: string | null;
  items: CustodyItem[];
  people: { id: string; name: string; unit: string }[];
  units: { code: string; name: string }[];
  files: { id: string; fileName: string }[];
  permissions: { write: boolean };
}
export interface CustodyEntryBody {
  table: string;
  row: string;
  kind: 'TAKEN' | 'HANDED_OVER' | 'CORRECTED';
  at: string;
  content: Partial<CustodyContent>;
  /** CORRECTED: the entry that is wrong, and what was wrong */
  refersTo?: string;
  reason?: string;
}
