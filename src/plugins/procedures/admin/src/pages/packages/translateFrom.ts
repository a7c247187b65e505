/** The words of a drawing tool in the reader's language; what a table lacks stays as it is. */
export function translateFrom(
  tables: Record<string, Record<string, string>>,
  language: string,
): { translate: ['value', (template: string, values?: Record<string, string>) => string] } {
  const table = tables[language] ?? {};
  const translate = (template: string, values: Record<string, string> = {}) =>
    (table[template] ?? template).replace(/{([^}]+)}/g, (_all, key: string) => values[key] ?? `{${key}}`);
  return { translate: ['value', translate] };
}
