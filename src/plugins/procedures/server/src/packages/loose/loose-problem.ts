// Owns what is said of one file that is checked by itself, and small questions to the XML that it is said of.
import { attribute } from '../xml/attribute';
import { everyElement } from '../xml/every-element';
import type { XmlElement, XmlProblem } from '../xml/xml-node';

export interface LooseProblem extends XmlProblem {
  /** Who refuses: the engine at deployment, or the platform although the engine would not. */
  source: 'engine' | 'platform';
}

/** Children of the same language. */
export const childrenOf = (element: XmlElement | null, local: string): XmlElement[] =>
  element?.children.filter((child) => child.local === local && child.namespace === element.namespace) ?? [];

export const childOf = (element: XmlElement | null, local: string): XmlElement | null =>
  childrenOf(element, local)[0] ?? null;

export function elementsById(root: XmlElement): Map<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  for (const element of everyElement(root)) {
    const id = attribute(element, 'id');
    if (id) byId.set(id, element);
  }
  return byId;
}

export function problemAt(element: XmlElement, rule: string, vi: string, en: string): XmlProblem {
  let id: string | null = null;
  for (let holder: XmlElement | null = element; holder && id === null; holder = holder.parent)
    id = attribute(holder, 'id');
  return { rule, element: id, vi, en, line: element.line, column: element.column };
}
