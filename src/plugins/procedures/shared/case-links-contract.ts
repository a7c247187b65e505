/** The contract of how cases stand to one another: links, merge, split, and their undoing. */

import type { AttachmentView } from './attachments-contract';
import type { Bilingual, CasePerson, CaseRow } from './contracts';
import type { RelatedCell, RelatedTable } from './related-contract';

export type CaseLinkKind = 'RELATED' | 'SUSPECTED_DUPLICATE' | 'MERGED_INTO' | 'SPLIT_FROM';
export type CaseLinkState = 'ASKED' | 'PENDING' | 'IN_FORCE' | 'REFUSED' | 'ENDED';

/** A reason shorter than this says nothing to whoever reads it in a year. */
export const LINK_REASON_MIN = 10;
export const LINK_REASON_MAX = 1000;

/** The case at the other end, as far as the reader may know it. */
export interface LinkedCase {
  id: string;
  bookNo: string | null;
  /** null where the reader may not read it */
  title: string | null;
  stateTitle: Bilingual | null;
  handlingUnitName: string | null;
  receivedAt: string | null;
  mayOpen: boolean;
}
export interface CaseLinkView {
  id: string;
  kind: CaseLinkKind;
  state: CaseLinkState;
  /** OUT: said of the case that is read; IN: said of the other one. Both ways the same for RELATED and SUSPECTED_DUPLICATE. */
  direction: 'OUT' | 'IN';
  other: LinkedCase;
  reason: string;
  by: { id: string; name: string } | null;
  at: string;
  approvedBy: { id: string; name: string } | null;
  ended: { at: string; by: { id: string; name: string } | null; reason: string } | null;
  permissions: { end: boolean; approve: boolean; undo: boolean; takeBack: boolean };
}
/** What stands in another case and is read here too: of one merged into this one, or what a split took along. */
export interface MergedContent {
  how: 'MERGED' | 'SPLIT';
  caseId: string;
  bookNo: string | null;
  title: string;
  persons: CasePerson[];
  related: RelatedTable[];
  attachments: AttachmentView[];
  documents: { id: string; title: Bilingual; number: string | null; state: string }[];
}
export interface CaseLinks {
  links: CaseLinkView[];
  merged: MergedContent[];
  permissions: {
    link: boolean;
    /**
     * null: the package names no event that merges, or the case is at its end. `atOnce`: nobody else has to agree;
     * `waits`: a merge of this case is asked for or under way, so that none can be asked for until it is decided
     */
    merge: { approval: 'NONE' | 'HEAD' | 'SECOND_PERSON'; law: string | null; atOnce: boolean; waits: boolean } | null;
    split: { approval: 'NONE' | 'HEAD'; law: string | null } | null;
  };
}
/** Merges that wait for the reader's decision, longest first. */
export interface WaitingMerges {
  items: {
    id: string;
    case: { id: string; bookNo: string | null; title: string };
    into: { id: string; bookNo: string | null; title: string };
    reason: string;
    by: { id: string; name: string } | null;
    at: string;
  }[];
}
/** What a case may be merged into: nothing that the merge would refuse as both stand. */
export interface MergeTargets {
  items: CaseRow[];
}
/** What may go with a new case. */
export interface SplitParts {
  starts: { event: string; title: Bilingual }[];
  people: { id: string; role: Bilingual; text: string; sealed: boolean }[];
  tables: { name: string; title: Bilingual; rows: { id: string; cells: RelatedCell[] }[] }[];
  attachments: { id: string; fileName: string }[];
  documents: { id: string; title: Bilingual; number: string | null }[];
  /** texts of the record that the new case begins with, to be made its own */
  texts: { name: string; label: Bilingual; value: string }[];
}
export interface AddLinkBody {
  otherCaseId: string;
  kind: 'RELATED' | 'SUSPECTED_DUPLICATE';
  reason: string;
}
export interface MergeBody {
  otherCaseId: string;
  reason: string;
}
export interface SplitBody {
  /** made by the page once: the same one again is the same new case */
  clientId: string;
  reason: string;
  event: string;
  people: string[];
  rows: Record<string, string[]>;
  attachments: string[];
  documents: string[];
  /** what differs from the old record, by attribute */
  record: Record<string, unknown>;
}
