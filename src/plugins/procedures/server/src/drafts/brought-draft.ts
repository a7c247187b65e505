// Owns which draft a program may go on with: an open one that it has brought itself and that nobody else has changed since.
// Any other, another tenant's or a person's, is as unknown as none. Inside a transaction it stays so until the end.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import type { DraftRecord } from './draft-rows';

export async function broughtDraft(knex: Knex, actor: Actor, packageId: string, id: string): Promise<DraftRecord> {
  const found = await broughtDraftOrNull(knex, actor, packageId, id);
  if (found) return found;
  throw new ProblemError({
    code: 'DRAFT_UNKNOWN',
    status: 404,
    vi: 'Không có bản thảo nào đang mở do mã truy cập này đưa vào như vậy, hoặc đã có người sửa tiếp. Hãy đưa tệp vào lại.',
    en: 'Expected an open draft that this token has brought and nobody has changed since, but there is none: bring the files again.',
  });
}

export async function broughtDraftOrNull(
  knex: Knex,
  { tenantId, personId }: Actor,
  packageId: string,
  id: string,
): Promise<DraftRecord | null> {
  if (!UUID.test(id)) return null;
  const own = { tenant_id: tenantId, package_id: packageId, created_by: personId, changed_by: personId };
  const query = knex('procedures.drafts').where({ id, ...own, state: 'OPEN' });
  const found: DraftRecord | undefined = await (knex.isTransaction ? query.forUpdate() : query).first();
  return found ?? null;
}
