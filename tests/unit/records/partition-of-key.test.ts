import {
  keyForPartition,
  partitionOfKey,
  subscriptionHash,
} from '../../../src/plugins/procedures/server/src/records/partition-of-key';

test("the hash is that of Java's String for ASCII", () => {
  expect(subscriptionHash('')).toBe(0);
  expect(subscriptionHash('hello')).toBe(99162322);
  expect(subscriptionHash('polygenelubricants')).toBe(-2147483648);
});

test('bytes beyond ASCII count as signed', () => {
  expect(subscriptionHash('é')).toBe(31 * (0xc3 - 256) + (0xa9 - 256));
});

test('every partition has a key that leads to it, whatever the number of partitions', () => {
  for (const partitions of [1, 2, 3, 4, 7, 16]) {
    for (let id = 1; id <= partitions; id += 1) {
      expect(partitionOfKey(keyForPartition(id, partitions), partitions)).toBe(id);
    }
  }
});

test('a partition is never below the first, also for a negative hash', () => {
  expect(partitionOfKey('polygenelubricants', 3)).toBe(Math.abs(-2147483648 % 3) + 1);
});
