/** A menu says "User task" where the head of a panel says "User Task": one entry is for both. */
const folded = (words: string) => words.toLowerCase().replaceAll('-', ' ');

/** The words of a drawing tool in the reader's language; what a table lacks stays as it is. */
export function translateFrom(
  tables: Record<string, Record<string, string>>,
  language: string,
): { translate: ['value', (template: string, values?: Record<string, string>) => string] } {
  const table = tables[language] ?? {};
  const loosely = new Map(Object.entries(table).map(([key, words]) => [folded(key), words]));
  const translate = (template: string, values: Record<string, string> = {}) =>
    (table[template] ?? loosely.get(folded(template)) ?? template).replace(
      /{([^}]+)}/g,
      (_all, key: string) => values[key] ?? `{${key}}`,
    );
  return { translate: ['value', translate] };
}
