/** Puts the values of a block's fields into its texts; a field without one leaves nothing. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '').trim();
