// Owns the question what of a BPMN text is no more there when the modeler's reader has read it and its writer has written it:
// every element, attribute and text is looked for again, whatever its namespace. What only stands in another order, or says
// what is meant anyway (a default), is not lost.
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { ImportWarning } from '../../src/plugins/procedures/admin/src/pages/packages/modeler/importWarnings';
import { scanXml } from '../../src/plugins/procedures/server/src/packages/xml/scan-xml';
import type { XmlElement } from '../../src/plugins/procedures/server/src/packages/xml/xml-node';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** As createModeler.ts makes it. */
const moddle = new BpmnModdle({ zeebe });
/** What moddle knows of the language and does not declare. */
const { registry } = moddle as unknown as {
  registry: {
    typeMap: Record<string, unknown>;
    getEffectiveDescriptor(type: string): { properties: { ns: { localName: string }; default?: unknown }[] };
  };
};

export interface RoundTrip {
  written: string;
  warnings: string[];
  /** The same as the reader gives them. */
  imported: ImportWarning[];
  facts: string[];
  /** `process#main/task#a/@name=Duyệt`; the same thing twice stands twice. */
  lost: string[];
  gained: string[];
}

export async function roundTrip(xml: string): Promise<RoundTrip> {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const { xml: written } = await moddle.toXML(rootElement, { format: true });
  const [before, after] = [factsOf(xml), factsOf(written)];
  return {
    written,
    warnings: warnings.map((one) => one.message.split('\n')[0] ?? ''),
    imported: warnings as ImportWarning[],
    facts: after,
    lost: without(before, after),
    gained: without(after, before),
  };
}

function factsOf(xml: string): string[] {
  const scanned = scanXml(xml);
  if ('problem' in scanned) throw new Error(`Expected well-formed XML, but ${scanned.problem.en}`);
  const facts: string[] = [];
  const read = (element: XmlElement, above: string): void => {
    const path = `${above}/${nameOf(element)}`;
    facts.push(path);
    for (const { name, local, namespace, value } of element.attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:') || isDefault(element, local, value)) continue;
      // A point of the way is a point: the schema allows no other type.
      if (element.local === 'waypoint' && namespace === XSI) continue;
      facts.push(
        `${path}/@${namespace ?? ''}:${local}=${plainValue(element, value, namespace === XSI && local === 'type')}`,
      );
    }
    if (element.text.trim() !== '') facts.push(`${path}/text=${element.text.trim().replace(/\s+/g, ' ')}`);
    for (const child of element.children) read(child, path);
  };
  read(scanned.root, '');
  return facts;
}

function nameOf(element: XmlElement): string {
  const id = element.attributes.find((one) => one.local === 'id' && one.namespace === null)?.value;
  return `{${element.namespace ?? ''}}${element.local}${id === undefined ? '' : `#${id}`}`;
}

/** `a:b` is another name for the same when the prefix stands for the same namespace. */
function plainValue(element: XmlElement, value: string, isType: boolean): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return String(Number(value));
  const prefix = isType ? (/^([\w.-]+):/.exec(value)?.[1] ?? '') : /^([\w.-]+):[\w.-]+$/.exec(value)?.[1];
  if (prefix === undefined) return value.replace(/\s+/g, ' ');
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const namespace = at.prefixes?.get(prefix);
    if (namespace !== undefined) return `{${namespace}}${value.slice(prefix === '' ? 0 : prefix.length + 1)}`;
  }
  return value;
}

/** What a reader of the language takes for said when it is not said. */
function isDefault(element: XmlElement, local: string, value: string): boolean {
  const prefix = PREFIXES[element.namespace ?? ''];
  if (!prefix) return false;
  const type = `${prefix}:${element.local.charAt(0).toUpperCase()}${element.local.slice(1)}`;
  if (!(type in registry.typeMap)) return false;
  const property = registry
    .getEffectiveDescriptor(type)
    .properties.find((one) => one.ns.localName === local && one.default !== undefined);
  return property !== undefined && String(property.default) === value;
}

const PREFIXES: Record<string, string> = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};

function without(these: readonly string[], those: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of those) counts.set(one, (counts.get(one) ?? 0) + 1);
  return these.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}
