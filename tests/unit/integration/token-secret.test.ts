// What a token is made of, and ids that follow from a key.
import { randomUUID } from 'node:crypto';
import { derivedId } from '../../../src/plugins/procedures/server/src/integration/derived-id';
import { takeOne } from '../../../src/plugins/procedures/server/src/integration/request-limit';
import {
  hashOfSecret,
  isSecretOf,
  newSecret,
  parseToken,
  tokenText,
} from '../../../src/plugins/procedures/server/src/integration/token-secret';

describe('a token', () => {
  it('is read back as it was made, and nothing else is taken for one', () => {
    const id = randomUUID();
    const secret = newSecret();
    expect(parseToken(tokenText(id, secret))).toEqual({ id, secret });
    for (const other of [
      '',
      'prc_',
      tokenText(id, 'short'),
      `${tokenText(id, secret)} `,
      `x${tokenText(id, secret)}`,
    ]) {
      expect(parseToken(other)).toBeNull();
    }
  });

  it('is known by the hash of its secret only', () => {
    const secret = newSecret();
    expect(hashOfSecret(secret)).not.toContain(secret);
    expect(isSecretOf(secret, hashOfSecret(secret))).toBe(true);
    expect(isSecretOf(newSecret(), hashOfSecret(secret))).toBe(false);
    expect(isSecretOf(secret, 'not a hash')).toBe(false);
  });
});

describe('ids of repeated calls', () => {
  it('are uuids that are the same for the same key and purpose, and differ for any other', () => {
    const id = derivedId('token', 'key-12345', 'case');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derivedId('token', 'key-12345', 'case')).toBe(id);
    expect(new Set([id, derivedId('other', 'key-12345', 'case'), derivedId('token', 'key-12346', 'case')]).size).toBe(
      3,
    );
  });
});

describe('the limit of requests', () => {
  it('lets a burst through, then says how long to wait, and refills as time goes on', () => {
    const caller = randomUUID();
    const answers = Array.from({ length: 130 }, () => takeOne(caller, 1_000));
    expect(answers.slice(0, 120).every((seconds) => seconds === 0)).toBe(true);
    expect(answers.at(-1)).toBeGreaterThan(0);
    expect(takeOne(caller, 60_000)).toBe(0);
  });

  it('never bars a caller for more than a few seconds, however many wrong tokens came', () => {
    const caller = randomUUID();
    for (let n = 0; n < 1_000; n += 1) takeOne(caller, 1_000, 12);
    expect(takeOne(caller, 1_000)).toBeLessThanOrEqual(7);
  });
});
