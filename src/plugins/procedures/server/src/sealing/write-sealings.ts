// Owns the rows of what was sealed, written in the transaction of the act that told it.
import type { Knex } from 'knex';
import type { NewSealing } from './seal-people';

interface Sealings {
  tenantId: string;
  caseId: string;
  at: Date;
  sealings: readonly NewSealing[];
  isDue: boolean;
}

export async function writeSealings(trx: Knex.Transaction, written: Sealings): Promise<void> {
  const { tenantId, caseId, at, sealings, isDue } = written;
  if (sealings.length > 0) {
    await trx('procedures.sealed_identities').insert(
      sealings.map(({ id, number, role, nonce, ciphertext }) => ({
        id,
        tenant_id: tenantId,
        case_id: caseId,
        number,
        role,
        nonce,
        ciphertext,
        sealed_at: at,
      })),
    );
    await trx('procedures.sealed_content_keys').insert(
      sealings.flatMap(({ id, keys }) =>
        keys.map((key) => ({ identity_id: id, key_id: key.keyId, sealed_key: key.sealedKey, sealed_at: at })),
      ),
    );
  }
  if (isDue) {
    await trx('procedures.sealing_due')
      .insert({ case_id: caseId, tenant_id: tenantId, since: at })
      .onConflict('case_id')
      .ignore();
  }
}
