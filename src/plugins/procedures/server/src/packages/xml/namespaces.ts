// Owns what prefixes stand for.
import type { XmlAttribute, XmlElement } from './xml-node';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** What a prefix stands for at an element; null where it is not bound. */
export function namespaceOf(element: XmlElement, prefix: string): string | null {
  if (prefix === 'xml') return XML_NAMESPACE;
  if (prefix === 'xmlns') return XMLNS_NAMESPACE;
  for (let current: XmlElement | null = element; current; current = current.parent) {
    const found = current.prefixes?.get(prefix);
    if (found !== undefined) return found === '' ? null : found;
  }
  return null;
}

/** The prefixes that attributes declare; the empty one is the default. */
export function declarationsOf(attributes: readonly XmlAttribute[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of attributes) {
    if (name === 'xmlns') found.set('', value);
    else if (name.startsWith('xmlns:')) found.set(name.slice(6), value);
  }
  return found;
}
