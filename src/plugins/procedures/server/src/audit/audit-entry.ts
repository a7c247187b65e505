// Owns the shape of one audit entry and how it is sealed to the one before it.
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** Codes, counts and names of fields only: the chain is read by auditors who see no content. */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number | boolean)[]>
>;

export interface SealedFields {
  tenantId: string;
  /** Decimal: a bigint in the database. */
  seq: string;
  /** UTC, microseconds, as the database keeps it. */
  at: string;
  personId: string | null;
  adminUserId: number | null;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: unknown;
}

/** What stands before the first entry of a tenant. */
export const GENESIS_HASH = '0'.repeat(64);

export const entryHash = (previousHash: string, fields: SealedFields): string =>
  createHash('sha256')
    .update(previousHash + canonicalJson(fields))
    .digest('hex');
