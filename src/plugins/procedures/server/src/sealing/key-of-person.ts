// Owns finding the one key that a custodian works with.
import type { Knex } from 'knex';
import type { LockedKey } from '../../../shared/sealing-crypto';
import { ProblemError } from '../problems/problem-error';

export interface KeyRow {
  id: string;
  tenant_id: string;
  person_id: string;
  public_key: string;
  fingerprint: string;
  locked_private_key: LockedKey;
  created_at: Date;
  revoked_at: Date | null;
}

export const findKeyOfPerson = (knex: Knex, personId: string): Promise<KeyRow | undefined> =>
  knex('procedures.custodian_keys').where({ person_id: personId }).whereNull('revoked_at').first();

export async function keyOfPerson(knex: Knex, personId: string): Promise<KeyRow> {
  const key = await findKeyOfPerson(knex, personId);
  if (key) return key;
  throw new ProblemError({
    code: 'CUSTODIAN_KEY_MISSING',
    status: 409,
    vi: 'Bạn chưa có khóa niêm phong còn hiệu lực. Hãy tạo khóa tại trang "Niêm phong danh tính" trước.',
    en: 'Expected you to have a key in force, but you have none. Make one on the page of sealed identities first.',
  });
}
