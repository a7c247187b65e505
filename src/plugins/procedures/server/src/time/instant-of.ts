// Owns what counts as an instant in an address or a body that asks, not records: one that the database can keep, or none.

export function instantOf(text: unknown): Date | null {
  const at = new Date(typeof text === 'string' ? text : '');
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999 ? at : null;
}
