/**
 * pages/identities/ owns "Niêm phong danh tính": custodians' keys, requests to open, and the reading of what was opened.
 * This file keeps the key that a request to open is answered to, until its asker has read. The private half lies in
 * IndexedDB only as ciphertext under a key of WebCrypto that no script can take out of the browser; where the browser
 * has none (plain http), it lives as long as the page. No word of an identity is ever kept.
 */
import { newKeyPair, sealingReady } from '../../../../shared/sealing-crypto';

interface KeptKey {
  publicKey: string;
  wrap: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  box: ArrayBuffer;
}

const DATABASE = 'procedures-request-keys';
const STORE = 'keys';
const whileOpen = new Map<string, Uint8Array>();

export async function newRequestKey(): Promise<string> {
  await sealingReady();
  const { publicKey, privateKey } = newKeyPair();
  whileOpen.set(publicKey, privateKey);
  if (crypto.subtle) await keep(publicKey, privateKey).catch(() => undefined);
  return publicKey;
}

/** The private half, or null in another browser than the one that asked. */
export async function requestKeyOf(publicKey: string): Promise<Uint8Array | null> {
  const open = whileOpen.get(publicKey);
  if (open) return open;
  if (!crypto.subtle) return null;
  try {
    const kept = await inStore<KeptKey | undefined>('readonly', (store) => store.get(publicKey));
    if (!kept) return null;
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.wrap, kept.box));
  } catch {
    return null;
  }
}

async function keep(publicKey: string, privateKey: Uint8Array): Promise<void> {
  const wrap = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrap, new Uint8Array(privateKey));
  await inStore('readwrite', (store) => store.put({ publicKey, wrap, iv, box } satisfies KeptKey));
}

function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'publicKey' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = act(opening.result.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(request.error);
    };
  });
}
