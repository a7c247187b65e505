// Owns the shape of XML as it stands in a file: every element with its names resolved and its place. Types only.

export interface XmlPlace {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

export interface XmlAttribute {
  /** As written, `zeebe:type`. */
  name: string;
  local: string;
  /** Null where the attribute has no prefix. */
  namespace: string | null;
  value: string;
}

export interface XmlElement extends XmlPlace {
  /** As written, `bpmn:process`. */
  name: string;
  local: string;
  namespace: string | null;
  attributes: XmlAttribute[];
  children: XmlElement[];
  parent: XmlElement | null;
  /** All character data directly in the element. */
  text: string;
  /** Prefixes that this element itself declares; the empty one is the default namespace. */
  prefixes: ReadonlyMap<string, string> | null;
}

export interface XmlProblem extends XmlPlace {
  rule: string;
  /** Id of the nearest element that has one. */
  element: string | null;
  vi: string;
  en: string;
}
