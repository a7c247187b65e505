/** What is being typed after the last @, at the end of the text; null when nobody is being mentioned. */
export function mentionAt(text: string): string | null {
  const found = /(?:^|\s)@([^\n@]{0,40})$/.exec(text);
  return found ? (found[1] ?? '') : null;
}

export const withMention = (text: string, name: string): string => text.replace(/@([^\n@]{0,40})$/, `@${name}\n`);
