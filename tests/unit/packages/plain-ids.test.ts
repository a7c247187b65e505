import { deployedId, plainId, plainIds } from '../../../src/plugins/procedures/server/src/packages/plain-ids';

const scope = { tenantId: 'tam-thanh', packageId: 'vi-du', version: '1.2.3' };

test('a deployed id holds tenant, package and plain id', () => {
  expect(deployedId(scope, 'xu_ly', false)).toBe('tam_thanh__vi_du__xu_ly');
});
test('what is only referenced carries the version', () => {
  expect(deployedId(scope, 'xu_ly', true)).toBe('tam_thanh__vi_du__xu_ly__v1_2_3');
});
test.each(['xu_ly', 'xu-ly', 'a__b', 'quy_trình', 'clock.amber'])('plain id "%s" comes back', (plain) => {
  expect(plainId(scope, deployedId(scope, plain, true))).toBe(plain);
  expect(plainId(scope, deployedId(scope, plain, false))).toBe(plain);
});
test('a deployed id of another tenant is not ours', () => {
  expect(plainId({ ...scope, tenantId: 'bach-dang' }, deployedId(scope, 'x', false))).toBeNull();
});
test('no two of tenant, package, plain id and version give the same deployed id', () => {
  const seen = new Set<string>();
  let count = 0;
  for (const tenantId of ['a', 'a-b', 'ab']) {
    for (const packageId of ['c', 'b-c', 'bc', '1']) {
      for (const plain of ['x', 'c__x', '_x', 'x_', 'b__c__x', 'v1_0_0', 'x-y', 'x_y']) {
        for (const versioned of [true, false]) {
          seen.add(deployedId({ tenantId, packageId, version: '1.0.0' }, plain, versioned));
          count += 1;
        }
      }
    }
  }
  expect(seen.size).toBe(count);
});
test.each(['a_b', 'a--b', '-a', 'a-', 'A', '1a', ''])('tenant id "%s" is refused', (tenantId) => {
  expect(() => deployedId({ ...scope, tenantId }, 'x', false)).toThrow('Expected the tenant id');
});
test('a plain id that ends like a version is refused', () => {
  expect(() => deployedId(scope, 'x__v1_0_0', false)).toThrow('Expected the plain id');
});
test('ids are looked up in both directions, each kind by itself', () => {
  const ids = plainIds([{ kind: 'message', plainId: 'a', deployedId: 't__p__a' }]);
  expect(ids.toPlain('message', 't__p__a')).toBe('a');
  expect(ids.toDeployed('message', 'a')).toBe('t__p__a');
  expect(ids.toDeployed('process', 'a')).toBeNull();
});
