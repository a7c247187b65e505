// Owns taking a protected person's data out of texts in which somebody has also typed it: each place then says the
// pseudonym, and what stood there is sealed with the identity.

/** Shorter values stand in ordinary words too. */
const MIN_LENGTH = 7;
const MAX_LENGTH = 160;

/** What is looked for, by the pseudonym that takes its place; the longest first. */
export type Needles = readonly { readonly pattern: RegExp; readonly pseudonym: string }[];

export function needlesOf(values: readonly unknown[], pseudonym: string): Needles {
  const texts = new Set(values.flatMap((value) => (typeof value === 'string' ? [value.trim()] : [])));
  return [...texts]
    .filter((text) => text.length >= MIN_LENGTH && text.length <= MAX_LENGTH)
    .sort((a, b) => b.length - a.length)
    .map((text) => ({ pattern: patternOf(text), pseudonym }));
}

/** A number is found however it is spaced; words, whatever their case. */
function patternOf(text: string): RegExp {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\+?\d+$/.test(digits)) {
    return new RegExp(`${digits.startsWith('+') ? '\\' : ''}${[...digits].join('[\\s.-]?')}`, 'g');
  }
  const words = text.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(words.replace(/\s+/g, '\\s+'), 'giu');
}

/** The value with every text cleared; what changed is put into `originals` under its path. */
export function redact<T>(value: T, needles: Needles, originals: Record<string, string>, path: string): T {
  if (needles.length === 0) return value;
  if (typeof value === 'string') {
    let cleared = value.normalize('NFC');
    const before = cleared;
    for (const needle of needles) cleared = cleared.replace(needle.pattern, needle.pseudonym);
    if (cleared === before) return value;
    originals[path] = value;
    return cleared as T;
  }
  if (Array.isArray(value)) return value.map((one, at) => redact(one, needles, originals, `${path}[${at}]`)) as T;
  if (value && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, redact(inner, needles, originals, `${path}.${name}`)]),
    ) as T;
  }
  return value;
}
