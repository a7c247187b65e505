// case-links/ owns how cases stand to one another: related, suspected duplicates, merged, split, and the undoing.
//
//   write-link.ts              the row, once a pair, with audit: for whoever writes in a transaction of his own
//   mark-suspected-duplicate   what intake calls: nobody's judgement yet, and nothing follows from it
//   link-cases.ts, end-link.ts a person links two cases, or takes it back
//   merge-targets.ts           what a case may be merged into: the list from which a person chooses
//   merge-cases.ts             asked, approved, staged; confirm-merges.ts: in force by the engine's record
//   undo-merge.ts              the merged case runs again; split-case.ts: a new case out of this one
//
// This file owns the shape of a link's row.
import type { CaseLinkKind, CaseLinkState } from '../../../shared/case-links-contract';

export interface CaseLinkRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  other_case_id: string;
  kind: CaseLinkKind;
  state: CaseLinkState;
  reason: string;
  created_by: string | null;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  action_id: string | null;
  before: MergedBefore | null;
  selection: Record<string, unknown> | null;
  ended_by: string | null;
  ended_at: Date | null;
  ended_reason: string | null;
}

/** What a case was before it was merged: codes and ids only. */
export interface MergedBefore {
  state: string;
  outcome: string | null;
  outcomeGround: string | null;
  publicStatus: string | null;
  publicText: { vi: string; en: string } | null;
}
