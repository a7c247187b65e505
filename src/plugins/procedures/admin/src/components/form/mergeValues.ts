/** A draft over the values of the record: objects are joined, everything else (lists too) is the draft's. */
type Values = Record<string, unknown>;

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function mergeValues(base: Values, over: Values | null | undefined): Values {
  const merged: Values = { ...base };
  for (const [key, value] of Object.entries(over ?? {})) {
    const before = merged[key];
    merged[key] = isPlain(before) && isPlain(value) ? mergeValues(before, value) : value;
  }
  return merged;
}
