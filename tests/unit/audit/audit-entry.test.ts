import {
  entryHash,
  GENESIS_HASH,
  type SealedFields,
} from '../../../src/plugins/procedures/server/src/audit/audit-entry';
import { canonicalJson } from '../../../src/plugins/procedures/server/src/audit/canonical-json';

const fields: SealedFields = {
  tenantId: 'north',
  seq: '1',
  at: '2026-11-22T01:02:03.004000Z',
  personId: null,
  adminUserId: null,
  action: 'case.start',
  subjectType: 'case',
  subjectId: 'x',
  detail: { b: 1, a: ['summary'] },
};

describe('canonical JSON', () => {
  it('spells one value one way, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: undefined })).toBe('{"b":[1,{"c":"é\\"","d":null}]}');
    expect(canonicalJson({ x: 1, y: 2 })).toBe(canonicalJson({ y: 2, x: 1 }));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('finite');
    expect(() => canonicalJson(() => 1)).toThrow('JSON value');
  });
});

describe('the hash of an entry', () => {
  it('changes with every field and with the entry before', () => {
    const hashes = Object.keys(fields).map((key) => entryHash(GENESIS_HASH, { ...fields, [key]: 'changed' }));
    hashes.push(entryHash(GENESIS_HASH, fields), entryHash('1'.repeat(64), fields));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not change with the order of the detail, which jsonb does not keep', () => {
    expect(entryHash(GENESIS_HASH, { ...fields, detail: { a: ['summary'], b: 1 } })).toBe(
      entryHash(GENESIS_HASH, fields),
    );
  });
});
