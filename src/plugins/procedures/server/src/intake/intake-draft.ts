// intake/ owns what is being typed at intake and not yet sent: kept on the server for its author alone, so that a browser
// that dies loses nothing and a browser keeps nothing. What is typed is never logged and never in the audit chain.
//
// This file owns the shape of a draft's row, and how long one is kept.
import type { IntakeDraftContent } from '../../../shared/intake-contract';
import type { StampColumns } from '../typed/draft-stamp';

export interface IntakeDraftRecord extends StampColumns {
  id: string;
  tenant_id: string;
  person_id: string;
  package_id: string;
  package_version: string;
  event: string;
  content: IntakeDraftContent;
  started_at: Date;
  saved_at: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** PROCEDURES_INTAKE_DRAFT_DAYS, default 30: so long after the last key a draft is removed. The list says the day. */
export function intakeDraftMs(env: NodeJS.ProcessEnv = process.env): number {
  const days = Number(env.PROCEDURES_INTAKE_DRAFT_DAYS);
  return (Number.isFinite(days) && days > 0 ? days : 30) * DAY_MS;
}
