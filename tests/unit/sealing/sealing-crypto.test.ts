import {
  aboutIdentity,
  fingerprintOf,
  isPublicKey,
  isSealedKey,
  lockPrivateKey,
  newKeyPair,
  openContent,
  openSealedKey,
  sealContent,
  sealingReady,
  sealKeyTo,
  unlockPrivateKey,
} from '../../../src/plugins/procedures/shared/sealing-crypto';

beforeAll(() => sealingReady());

describe('a sealed identity', () => {
  it('is opened with a private key to which its content key was sealed, and with no other', () => {
    const [holder, stranger] = [newKeyPair(), newKeyPair()];
    const sealed = sealContent('Tên Giả Một', aboutIdentity('north', 'a'));
    const sealedKey = sealKeyTo(holder.publicKey, sealed.contentKey);
    expect(isSealedKey(sealedKey)).toBe(true);
    const contentKey = openSealedKey(sealedKey, holder.publicKey, holder.privateKey);
    expect(openContent(sealed, aboutIdentity('north', 'a'), contentKey)).toBe('Tên Giả Một');
    expect(() => openSealedKey(sealedKey, stranger.publicKey, stranger.privateKey)).toThrow();
  });

  it('cannot be put in the place of another', () => {
    const sealed = sealContent('Tên Giả Một', aboutIdentity('north', 'a'));
    expect(() => openContent(sealed, aboutIdentity('north', 'b'), sealed.contentKey)).toThrow();
    expect(() => openContent(sealed, aboutIdentity('south', 'a'), sealed.contentKey)).toThrow();
  });
});

describe('a private key that is kept locked', () => {
  const pair = () => newKeyPair();

  it('is opened by its passphrase, however its accents are typed, and by no other', () => {
    const { publicKey, privateKey } = pair();
    const locked = lockPrivateKey(privateKey, 'mật khẩu rất dài'.normalize('NFD'));
    expect(unlockPrivateKey(locked, 'mật khẩu rất dài', publicKey)).toEqual(privateKey);
    expect(unlockPrivateKey(locked, 'mật khẩu rất dai', publicKey)).toBeNull();
    expect(unlockPrivateKey(locked, '', publicKey)).toBeNull();
    // The server could hand out another's lock: it opens nothing either.
    expect(unlockPrivateKey(locked, 'mật khẩu rất dài', pair().publicKey)).toBeNull();
    expect(JSON.stringify(locked)).not.toContain(Buffer.from(privateKey).toString('base64').slice(0, 20));
  });
});

describe('what a browser sends', () => {
  it('is a key only when it has the length of one', () => {
    const { publicKey } = newKeyPair();
    expect(isPublicKey(publicKey)).toBe(true);
    for (const wrong of ['', 'abc', null, {}, `${publicKey}AA`, publicKey.slice(4)])
      expect(isPublicKey(wrong)).toBe(false);
    expect(isSealedKey(publicKey)).toBe(false);
    expect(fingerprintOf(publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });
});
