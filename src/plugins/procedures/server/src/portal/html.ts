// portal/ owns the pages for people who do not work in the panel: whoever reports, looks a receipt up, or has an account
// of the portal. They are made on the server, so that an old telephone without scripts can use them; all words of theirs
// are data (public/portal/*.json, portal_settings, the forms of the packages).
//
// This file owns the making of markup: whatever is put in is escaped, unless it is markup already.

export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((made, piece, index) => made + textOf(parts[index - 1]) + piece));
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return escapeText(String(part));
}
