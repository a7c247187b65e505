// Owns the word to every custodian who may know of the case that somebody asked for, opened or read an identity.
import type { Knex } from 'knex';
import { notify } from '../notices/notify';
import type { LocalText } from '../packages/types';
import { custodiansOf } from './keys-in-force';

/** `link` is the page where a custodian decides and sees what became of it. */
const LINK = '/identities';

export async function tellCustodians(
  trx: Knex.Transaction,
  told: { tenantId: string; caseId: string; at: Date; text: LocalText },
): Promise<void> {
  for (const custodian of await custodiansOf(trx, told.tenantId, told.at)) {
    await notify(trx, {
      tenantId: told.tenantId,
      kind: 'IDENTITY_REQUEST',
      to: { personId: custodian.person_id },
      why: told.text,
      caseId: told.caseId,
      link: LINK,
      now: told.at,
    });
  }
}
