// Owns walking through XML: every element below one, itself first, without recursion, however deep a file goes.
import type { XmlElement } from './xml-node';

/** `leaves`: elements that are left out with all that stands in them. */
export function* everyElement(
  root: XmlElement,
  leaves: (element: XmlElement) => boolean = () => false,
): Generator<XmlElement> {
  const queue = [root];
  for (let element = queue.pop(); element; element = queue.pop()) {
    if (leaves(element)) continue;
    yield element;
    for (const child of element.children) queue.push(child);
  }
}
