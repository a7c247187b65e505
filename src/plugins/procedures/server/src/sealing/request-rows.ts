// Owns the shape of a request to open an identity, and how it is found together with the case it is about.
import type { Knex } from 'knex';
import type { RequestState } from '../../../shared/sealing-contract';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { caseSubject, type IdentityRequestSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';

export interface RequestRow {
  id: string;
  tenant_id: string;
  case_id: string;
  identity_id: string;
  asked_by: string;
  reason: string;
  public_key: string;
  state: RequestState;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  refusal_reason: string | null;
  resealed_key: string | null;
  read_minutes: number;
  first_read_at: Date | null;
  ends_at: Date | null;
}
export interface LoadedRequest {
  request: RequestRow;
  current: CaseRecord;
  subject: IdentityRequestSubject;
}

/** An id that cannot be one is one that nobody has. */
export function uuidOf(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) requireAllowed(NOT_FOUND);
  return value as string;
}

export async function loadRequest(knex: Knex, id: unknown, tenantId: string, now: Date): Promise<LoadedRequest> {
  const query = knex('procedures.identity_requests').where({ id: uuidOf(id), tenant_id: tenantId });
  const request: RequestRow | undefined = await (knex.isTransaction ? query.forUpdate() : query).first();
  if (!request) requireAllowed(NOT_FOUND);
  const found = request as RequestRow;
  const current: CaseRecord = await knex('procedures.cases').where({ id: found.case_id }).first();
  const isOver = found.state === 'APPROVED' && found.ends_at !== null && found.ends_at <= now;
  return {
    request: found,
    current,
    subject: {
      tenantId: found.tenant_id,
      askedBy: found.asked_by,
      state: isOver ? 'EXPIRED' : found.state,
      case: caseSubject(current),
    },
  };
}
