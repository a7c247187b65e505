// Owns what the intake pages and the server say to each other: drafts of entries, cases that resemble an entry, and the
// numbers of a book.

import type { DraftStamp } from './draft-stamp';

/** As in contracts.ts, which reads this file. */
interface Bilingual {
  vi: string;
  en: string;
}
type FormValues = Record<string, unknown>;

/** What is kept of an entry that is being typed, for its author alone. */
export interface IntakeDraftContent {
  values: FormValues;
  /** When it happened, if not now. */
  at?: string | null;
  lateReason?: string;
  reserved?: ReservedNumber | null;
  /** Cases that the author thinks may be about the same. */
  suspected?: string[];
}
export interface SaveIntakeDraftBody {
  packageId: string;
  event: string;
  /** The version whose form is shown. */
  version: string;
  content: IntakeDraftContent;
  stamp: DraftStamp;
}
export interface IntakeDraftRow {
  id: string;
  packageId: string;
  event: string;
  title: Bilingual;
  /** The first words that were typed. */
  line: string | null;
  files: number;
  startedAt: string;
  savedAt: string;
  /** Not saved again by then, it is removed. */
  removedAt: string;
}
export interface IntakeDraft extends IntakeDraftRow {
  version: string;
  content: IntakeDraftContent;
}

/** Paths of the record's form that say where, when and what. */
export interface SimilarPaths {
  place?: string;
  at?: string;
  text?: string;
}
export interface FindSimilarBody {
  packageId: string;
  event: string;
  place?: string;
  at?: string;
  text?: string;
}
export interface SimilarReasons {
  /** SAME: as good as the same words. */
  place: 'SAME' | 'NEAR' | null;
  /** Minutes between the two; null: far apart. */
  minutes: number | null;
  /** Words of the entry that the case has too. */
  words: string[];
}
export interface SimilarCase {
  caseId: string;
  bookNo: string | null;
  title: string;
  stateTitle: Bilingual | null;
  receivedAt: string;
  reasons: SimilarReasons;
}
export interface ReservedNumber {
  series: string;
  year: number;
  number: number;
}
export type BookNumberState = 'RESERVED' | 'RECORDING' | 'USED' | 'VOIDED';
export interface BookLine extends ReservedNumber {
  /** As it stands in the book. */
  text: string;
  state: BookNumberState;
  /** Only where the reader may know of the case. */
  caseId: string | null;
  title: string | null;
  receivedAt: string | null;
  enteredLate: boolean;
  blockId: string | null;
  voidReason: string | null;
  voidedBy: string | null;
}
export interface NumberBlock {
  id: string;
  year: number;
  first: number;
  last: number;
  firstText: string;
  lastText: string;
  reason: string;
  reservedBy: string | null;
  reservedAt: string;
  /** Still waiting for their paper. */
  waitingNumbers: number[];
}
export interface BookView {
  packageId: string;
  series: string;
  title: Bilingual;
  year: number;
  years: number[];
  lines: BookLine[];
  total: number;
  counts: Record<'used' | 'reserved' | 'voided', number>;
  /** Every number from 1 to the last has its line. */
  complete: boolean;
  blocks: NumberBlock[];
  permissions: { reserve: boolean };
}
export interface ReserveNumbersBody {
  packageId: string;
  count: number;
  reason: string;
}
export interface VoidNumbersBody {
  numbers: number[];
  reason: string;
}
