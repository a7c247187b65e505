/** The rows that a text of the drawing holds; what cannot be read holds none. */
export function rowsIn<Row>(text: string): Row[] {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  } catch {
    return [];
  }
}
