// Owns the smallest question to an element as it is written.
import type { XmlElement } from './xml-node';

/** By its name as written, `zeebe:type`. */
export const attribute = (element: XmlElement | null | undefined, name: string): string | null =>
  element?.attributes.find((one) => one.name === name)?.value ?? null;
