// Owns finding a decision in the files of a package.
import type { ReadPackage } from '../read-package';
import { attribute } from '../xml/attribute';
import { everyElement } from '../xml/every-element';
import type { XmlElement } from '../xml/xml-node';

/** null: no file has it. */
export function decisionOf(pkg: ReadPackage, id: string): { file: string; element: XmlElement } | null {
  for (const [file, { kind, xml }] of pkg.models) {
    const element =
      kind === 'dmn'
        ? [...everyElement(xml)].find((one) => one.local === 'decision' && attribute(one, 'id') === id)
        : undefined;
    if (element) return { file, element };
  }
  return null;
}
