/** What the two halves say to each other about sealed identities and the keys of their custodians. */
import type { Bilingual } from './contracts';
import type { LockedKey, SealedContent } from './sealing-crypto';

/** Fewer characters are no reason that a second person could judge. */
export const REASON_MIN_LENGTH = 20;
export const PASSPHRASE_MIN_LENGTH = 12;

export type RequestState = 'PENDING' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED';

export interface IdentityRequest {
  id: string;
  caseId: string;
  bookNo: string | null;
  identityId: string;
  pseudonym: string;
  role: Bilingual;
  askedBy: string;
  isMine: boolean;
  reason: string;
  publicKey: string;
  state: RequestState;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  refusalReason: string | null;
  readMinutes: number;
  /** Until when the asker may read; null before an approval. */
  endsAt: string | null;
}

/** A protected person of a case; who it is, only the sealed row knows. */
export interface SealedPerson {
  id: string;
  pseudonym: string;
  role: Bilingual;
  sealedAt: string;
  /** The reader's own last request. */
  request: IdentityRequest | null;
}
export interface CaseIdentities {
  sealed: SealedPerson[];
  /** True while protected data of the case lies open because no custodian has a key. */
  waiting: boolean;
  custodians: string[];
  mayAsk: boolean;
}

export interface CustodianKey {
  id: string;
  fingerprint: string;
  publicKey: string;
  createdAt: string;
}
export interface Custodian {
  personId: string;
  name: string;
  isMe: boolean;
  key: CustodianKey | null;
  /** Identities that this custodian cannot open yet: another must seal them again. */
  missing: number;
}
export interface UnsealedCase {
  caseId: string;
  bookNo: string | null;
  since: string;
}
export interface IdentityOverview {
  isCustodian: boolean;
  custodians: Custodian[];
  /** Only for custodians and administrators; null for others. */
  unsealed: { count: number; cases: UnsealedCase[] } | null;
  /** Own requests; for custodians everybody's. */
  requests: IdentityRequest[];
  /** The reader's own key, locked. */
  myKey: (CustodianKey & { locked: LockedKey }) | null;
}

export interface Resealed {
  identityId: string;
  sealedKey: string;
}
export interface NewKeyBody {
  publicKey: string;
  locked: LockedKey;
  /** The key that this one takes the place of, with every identity sealed again. */
  replaces?: { keyId: string; resealed: Resealed[] };
}
/** What a custodian holds and others do not: to be sealed again in the browser. */
export interface ToReseal {
  identityId: string;
  sealedKey: string;
  targets: { keyId: string; publicKey: string }[];
}
export interface ResealBody {
  resealed: (Resealed & { keyId: string })[];
}

export interface IdentityKeyForApproval {
  sealedKey: string;
  publicKey: string;
}
export interface IdentityToRead extends SealedContent {
  about: string;
  resealedKey: string;
  publicKey: string;
  endsAt: string;
  labels: Record<string, Bilingual>;
}
/** What is inside a sealed identity. */
export interface IdentityContent {
  fields: Record<string, unknown>;
  /** Texts of the act in which the person's data stood, as they were typed. */
  texts: Record<string, string>;
}
