// Owns the ids that XML allows and the library of models does not: letters beyond ASCII. They are written otherwise for reading,
// and told by their own names afterwards.
import { everyElement } from './every-element';
import type { XmlElement } from './xml-node';

/** What the library reads. */
const READABLE = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i;
/** Where an id stands in the text of a model: as a value, as the end of a reference, as content. */
const BEFORE = `(["'>#:\\s])`;
const AFTER = `(?=["'<\\s])`;

export interface ReadableIds {
  text: string;
  /** The id as it stands in the file. */
  originalOf(id: string): string;
}

export function withReadableIds(text: string, root: XmlElement): ReadableIds {
  const originals = new Map<string, string>();
  let written = text;
  for (const id of idsOf(root).filter((one) => one !== '' && !READABLE.test(one))) {
    const readable = `_${originals.size}_${[...id].map((sign) => sign.codePointAt(0)?.toString(16)).join('_')}`;
    originals.set(readable, id);
    written = written.replace(new RegExp(`${BEFORE}${escaped(id)}${AFTER}`, 'g'), `$1${readable}`);
  }
  return { text: written, originalOf: (id) => originals.get(id) ?? id };
}

function idsOf(root: XmlElement): string[] {
  const ids = new Set<string>();
  for (const element of everyElement(root)) {
    const id = element.attributes.find((one) => one.name === 'id')?.value;
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}

const escaped = (id: string): string => id.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
