import vi from './modeler-vi.json';

const TABLES: Record<string, Record<string, string>> = { vi };

/** The words of bpmn-js and its panels; what a table lacks stays as it is. */
export function translateModule(language: string): { translate: ['value', typeof translate] } {
  const table = TABLES[language] ?? {};
  const translate = (template: string, values: Record<string, string> = {}) =>
    (table[template] ?? template).replace(/{([^}]+)}/g, (_all, key: string) => values[key] ?? `{${key}}`);
  return { translate: ['value', translate] };
}
