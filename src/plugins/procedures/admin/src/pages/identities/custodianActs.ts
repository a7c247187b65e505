/** What a custodian's browser does with the private key: nothing of it leaves this file but ciphertext. */
import type {
  IdentityKeyForApproval,
  IdentityOverview,
  NewKeyBody,
  ToReseal,
} from '../../../../shared/sealing-contract';
import {
  fingerprintOf,
  type LockedKey,
  lockPrivateKey,
  newKeyPair,
  openSealedKey,
  sealingReady,
  sealKeyTo,
  unlockPrivateKey,
} from '../../../../shared/sealing-crypto';
import { saveFile } from '../../api/readFile';
import { post, put, read } from '../../api/send';

export type MyKey = NonNullable<IdentityOverview['myKey']>;

/** Said as a word of the page: the server never learns that it happened. */
export class WrongPassphrase extends Error {}

/** Locking and unlocking keeps the machine busy for a second: the page first shows that it works. */
const afterPaint = () => new Promise((resolve) => setTimeout(resolve, 60));

async function unlock(key: MyKey, passphrase: string): Promise<Uint8Array> {
  await sealingReady();
  await afterPaint();
  const privateKey = unlockPrivateKey(key.locked, passphrase, key.publicKey);
  if (!privateKey) throw new WrongPassphrase();
  return privateKey;
}

export async function makeKey(passphrase: string, replaces: { key: MyKey; passphrase: string } | null): Promise<void> {
  await sealingReady();
  await afterPaint();
  const { publicKey, privateKey } = newKeyPair();
  const body: NewKeyBody = { publicKey, locked: lockPrivateKey(privateKey, passphrase) };
  if (replaces) {
    const old = await unlock(replaces.key, replaces.passphrase);
    const held = await read<ToReseal[]>('/custodian-keys/to-reseal?all=true');
    body.replaces = {
      keyId: replaces.key.id,
      resealed: held.map((row) => ({
        identityId: row.identityId,
        sealedKey: sealKeyTo(publicKey, openSealedKey(row.sealedKey, replaces.key.publicKey, old)),
      })),
    };
  }
  await post('/custodian-keys', body);
  saveRecoveryFile(publicKey, body.locked);
}

export async function changePassphrase(key: MyKey, from: string, to: string, file: LockedKey | null): Promise<void> {
  const privateKey = await unlock({ ...key, locked: file ?? key.locked }, from);
  const locked = lockPrivateKey(privateKey, to);
  await put(`/custodian-keys/${key.id}/passphrase`, { locked });
  saveRecoveryFile(key.publicKey, locked);
}

export async function sealForOthers(key: MyKey, passphrase: string): Promise<void> {
  const privateKey = await unlock(key, passphrase);
  const rows = await read<ToReseal[]>('/custodian-keys/to-reseal');
  const resealed = rows.flatMap((row) => {
    const contentKey = openSealedKey(row.sealedKey, key.publicKey, privateKey);
    return row.targets.map((target) => ({
      identityId: row.identityId,
      keyId: target.keyId,
      sealedKey: sealKeyTo(target.publicKey, contentKey),
    }));
  });
  await post('/custodian-keys/reseal', { resealed });
}

export async function approve(key: MyKey, passphrase: string, requestId: string): Promise<void> {
  const privateKey = await unlock(key, passphrase);
  const given = await read<IdentityKeyForApproval>(`/identity-requests/${requestId}/key`);
  const contentKey = openSealedKey(given.sealedKey, key.publicKey, privateKey);
  await post(`/identity-requests/${requestId}/approve`, { resealedKey: sealKeyTo(given.publicKey, contentKey) });
}

/** The same lock as on the server, for the day on which the server's copy is gone or its passphrase forgotten. */
export function saveRecoveryFile(publicKey: string, locked: LockedKey): void {
  const fingerprint = fingerprintOf(publicKey);
  const content = JSON.stringify({ kind: 'custodian-key', fingerprint, publicKey, locked }, null, 2);
  const name = `khoa-niem-phong-${fingerprint.slice(0, 9).replace(' ', '-')}.json`;
  saveFile(new Blob([content], { type: 'application/json' }), name);
}

/** The lock in a recovery file of this key, or null when it is another's or none. */
export async function readRecoveryFile(file: File, publicKey: string): Promise<LockedKey | null> {
  try {
    const content = JSON.parse(await file.text()) as { publicKey?: unknown; locked?: LockedKey };
    return content.publicKey === publicKey && content.locked ? content.locked : null;
  } catch {
    return null;
  }
}
