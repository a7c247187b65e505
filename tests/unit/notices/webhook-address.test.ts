import { checkAddress, isPublicAddress } from '../../../src/plugins/procedures/server/src/webhooks/guard-address';
import { newSecret, openSecret, sealSecret } from '../../../src/plugins/procedures/server/src/webhooks/secret';

const found =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const refusal = (url: string, resolve = found('8.8.8.8'), env = {}) =>
  checkAddress(url, env, resolve).then(
    () => null,
    (error) => error.code,
  );

describe('an address to call', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'nonsense',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it('is refused without https, with a password, unknown, or if any of its addresses is inside', async () => {
    for (const url of ['http://a.example/', 'ftp://a.example/', 'https://u:p@a.example/', 'https://10.0.0.1/', 'none'])
      expect(await refusal(url)).toBe('WEBHOOK_ADDRESS_REFUSED');
    expect(await refusal('https://a.example/', found('8.8.8.8', '10.0.0.1'))).toBe('WEBHOOK_ADDRESS_REFUSED');
    expect(await refusal('https://a.example/', found())).toBe('WEBHOOK_ADDRESS_REFUSED');
    expect(await refusal('https://2130706433/')).toBe('WEBHOOK_ADDRESS_REFUSED');
    expect(await refusal('https://[::1]/')).toBe('WEBHOOK_ADDRESS_REFUSED');
  });

  it('is pinned to the address that was checked, and may be inside where the operator says so', async () => {
    expect(await checkAddress('https://a.example/x', {}, found('8.8.8.8'))).toMatchObject({ address: '8.8.8.8' });
    const env = { WEBHOOK_ALLOWED_HOSTS: ' Inside.example , 127.0.0.1' };
    expect(await refusal('http://inside.example/', found('10.0.0.1'), env)).toBeNull();
    expect(await refusal('http://other.example/', found('10.0.0.1'), env)).toBe('WEBHOOK_ADDRESS_REFUSED');
  });
});

it('a secret is kept encrypted, and opens only with the key of the server', () => {
  const secret = newSecret();
  const sealed = sealSecret(secret, 'a key');
  expect(sealed).not.toContain(secret);
  expect(openSecret(sealed, 'a key')).toBe(secret);
  expect(() => openSecret(sealed, 'another key')).toThrow();
});
