// Owns what a question in an address is: one text for each name. A nest is left out, and of a name given twice the first
// counts, but for those that may stand more than once; so no list meets what it cannot read.

const REPEATED = ['facet'];

/** The query as handlers read it, or null when it is so already. */
export function plainQuery(query: Readonly<Record<string, unknown>>): Record<string, string | string[]> | null {
  const entries = Object.entries(query);
  if (entries.every(([, value]) => typeof value === 'string')) return null;
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string | string[]][] => {
      const texts = [value].flat().filter((one): one is string => typeof one === 'string');
      if (texts.length === 0) return [];
      return [[name, REPEATED.includes(name) ? texts : texts[0]]];
    }),
  );
}
