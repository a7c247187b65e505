// Owns what XML 1.0 says of single characters: which may stand in a document, which in a name, and what a reference means.

const NAME_START =
  /[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]/;
const isNameMore = (code: number): boolean =>
  code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

export function isNameStart(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
  return NAME_START.test(String.fromCodePoint(code));
}

export function isNameCharacter(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (isNameStart(code)) return true;
  if (code < 128) return (code >= 48 && code <= 57) || code === 45 || code === 46;
  return isNameMore(code);
}

export const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** The text of `&name;`, or null where it means nothing without a document type. */
export function characterReference(name: string): string | null {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!number) return null;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number.parseInt(number[2], 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : null;
}
