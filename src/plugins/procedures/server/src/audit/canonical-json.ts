// Owns one spelling for one value: keys sorted, no blanks, so that a hash taken today is found again from the database.

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`Expected a finite number, but got ${value}`);
  }
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`Expected a JSON value, but got ${typeof value}`);
  return json;
}
