// Owns Zeebe's choice of a partition for a message: SubscriptionUtil.getSubscriptionPartitionId.

/** The hash of Java's String over the key's UTF-8 bytes, which are signed. */
export function subscriptionHash(correlationKey: string): number {
  let hash = 0;
  for (const byte of Buffer.from(correlationKey, 'utf8')) {
    hash = (Math.imul(31, hash) + ((byte << 24) >> 24)) | 0;
  }
  return hash;
}

export function partitionOfKey(correlationKey: string, partitions: number): number {
  return Math.abs(subscriptionHash(correlationKey) % partitions) + 1;
}

/** A correlation key that leads to this partition. */
export function keyForPartition(partitionId: number, partitions: number): string {
  for (let n = 0; ; n += 1) {
    const key = `marker-${n}`;
    if (partitionOfKey(key, partitions) === partitionId) return key;
  }
}
