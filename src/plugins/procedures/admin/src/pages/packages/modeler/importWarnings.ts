/** Owns what the reader of a drawing says it could not read, as rows to show. It is lost when the drawing is saved. Pure. */

/** As bpmn-js gives it. */
export interface ImportWarning {
  message: string;
  element?: { id?: string; name?: string } | null;
  property?: string;
}

export interface Unread {
  kind: 'reference' | 'content' | 'other';
  /** the id that leads nowhere, the tag, or the reader's words */
  what: string;
  property: string | null;
  element: string | null;
  name: string | null;
}

export function importWarnings(warnings: readonly ImportWarning[]): Unread[] {
  const rows = new Map<string, Unread>();
  for (const { message, element, property } of warnings) {
    const [words = ''] = message.split('\n');
    const reference = /^unresolved reference <(.*)>$/.exec(words)?.[1];
    const content = /^unparsable content <?(.*?)>? detected$/.exec(words)?.[1];
    const row: Unread = {
      kind: reference !== undefined ? 'reference' : content !== undefined ? 'content' : 'other',
      what: reference ?? content ?? words,
      property: property?.replace(/^\w+:/, '') ?? null,
      element: element?.id ?? null,
      name: element?.name ?? null,
    };
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}
