/**
 * The one scheme by which identities are sealed, in the words of both halves: the server only ever seals (content with
 * a key of its own, that key to public keys); what opens runs in a browser. All of it is libsodium (X25519 sealed boxes,
 * XChaCha20-Poly1305, Argon2id), also where the page comes by plain http and WebCrypto is missing.
 */
import sodium from 'libsodium-wrappers-sumo';

/** A private key as it may be kept anywhere: nothing opens it but the passphrase. */
export interface LockedKey {
  readonly version: 1;
  readonly kdf: 'argon2id13';
  readonly passes: number;
  readonly memory: number;
  readonly salt: string;
  readonly nonce: string;
  readonly box: string;
}
export interface SealedContent {
  readonly nonce: string;
  readonly ciphertext: string;
}
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: Uint8Array;
}

/** RFC 9106's setting for machines with little memory, measured 1.1 s on a slow core: an officer waits, a guesser despairs. */
const PASSES = 3;
const MEMORY = 64 * 1024 * 1024;

export const sealingReady = (): Promise<void> => sodium.ready;

const text = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
const bytes = (base64: string) => sodium.from_base64(base64, sodium.base64_variants.ORIGINAL);

export function newKeyPair(): KeyPair {
  const pair = sodium.crypto_box_keypair();
  return { publicKey: text(pair.publicKey), privateKey: pair.privateKey };
}

/** Read aloud by two people to be sure that they speak of one key. */
export function fingerprintOf(publicKey: string): string {
  const hash = sodium.to_hex(sodium.crypto_generichash(16, bytes(publicKey), null));
  return (hash.match(/.{4}/g) ?? []).join(' ');
}

export function isPublicKey(value: unknown): value is string {
  return hasBytes(value, sodium.crypto_box_PUBLICKEYBYTES);
}

/** Whether the text can be a content key sealed to somebody; what is in it, only that key can tell. */
export function isSealedKey(value: unknown): value is string {
  return hasBytes(value, sodium.crypto_box_SEALBYTES + sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

function hasBytes(value: unknown, length: number): boolean {
  if (typeof value !== 'string' || value.length > 2 * length) return false;
  try {
    return bytes(value).length === length;
  } catch {
    return false;
  }
}

export function lockPrivateKey(privateKey: Uint8Array, passphrase: string): LockedKey {
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const key = keyOf(passphrase, salt, PASSES, MEMORY);
  const box = sodium.crypto_secretbox_easy(privateKey, nonce, key);
  return {
    version: 1,
    kdf: 'argon2id13',
    passes: PASSES,
    memory: MEMORY,
    salt: text(salt),
    nonce: text(nonce),
    box: text(box),
  };
}

/** The private key, or null when the passphrase is not the one it was locked with, or the key is another's. */
export function unlockPrivateKey(locked: LockedKey, passphrase: string, publicKey: string): Uint8Array | null {
  try {
    const key = keyOf(passphrase, bytes(locked.salt), locked.passes, locked.memory);
    const privateKey = sodium.crypto_secretbox_open_easy(bytes(locked.box), bytes(locked.nonce), key);
    return text(sodium.crypto_scalarmult_base(privateKey)) === publicKey ? privateKey : null;
  } catch {
    return null;
  }
}

/** Seals content with a fresh key; `about` is bound to it, so that two sealed rows cannot be exchanged. */
export function sealContent(content: string, about: string): SealedContent & { contentKey: Uint8Array } {
  const contentKey = sodium.crypto_aead_xchacha20poly1305_ietf_keygen();
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(content, about, null, nonce, contentKey);
  return { contentKey, nonce: text(nonce), ciphertext: text(sealed) };
}

export function openContent(sealed: SealedContent, about: string, contentKey: Uint8Array): string {
  return sodium.to_string(
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      bytes(sealed.ciphertext),
      about,
      bytes(sealed.nonce),
      contentKey,
    ),
  );
}

export const sealKeyTo = (publicKey: string, contentKey: Uint8Array): string =>
  text(sodium.crypto_box_seal(contentKey, bytes(publicKey)));

export const openSealedKey = (sealedKey: string, publicKey: string, privateKey: Uint8Array): Uint8Array =>
  sodium.crypto_box_seal_open(bytes(sealedKey), bytes(publicKey), privateKey);

/** What is bound to the content of an identity. */
export const aboutIdentity = (tenantId: string, identityId: string): string => `${tenantId}/${identityId}`;

const keyOf = (passphrase: string, salt: Uint8Array, passes: number, memory: number): Uint8Array =>
  sodium.crypto_pwhash(
    sodium.crypto_secretbox_KEYBYTES,
    passphrase.normalize('NFC'),
    salt,
    passes,
    memory,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
