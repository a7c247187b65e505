/**
 * Writes what the XML schemas of the engine's distribution say, in the short form that our check reads:
 * `node src/local-services/generate-broker-schemas.mjs`, after the server is compiled. To be run again with another engine.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import JSZip from 'jszip';
import { checkoutDir } from './checkout.mjs';
import { fetchZeebe } from './fetch-zeebe.mjs';
import { progressTo } from './progress.mjs';

const require = createRequire(import.meta.url);
const PACKAGES = 'src/plugins/procedures/server/src/packages';
const XSD = 'http://www.w3.org/2001/XMLSchema';
/** Root schema of each language, by the jar's name and its file there. */
const ROOTS = [
  ['zeebe-bpmn-model', 'BPMN20.xsd'],
  ...['DMN11', 'DMN11_Alternative', 'DMN12', 'DMN13', 'DMN14', 'DMN15'].map((name) => [
    'camunda-dmn-model',
    `org/camunda/bpm/model/dmn/schema/${name}.xsd`,
  ]),
];

/** @typedef {{ local: string, namespace: string | null, attributes: any[], children: any[], parent: any }} Node */
/** @type {(node: any, name: string) => string | undefined} */
const attributeOf = (node, name) => node.attributes.find((/** @type {any} */ one) => one.name === name)?.value;

/**
 * @param {Map<string, string>} files by path in the jar
 * @param {string} root
 */
function schemaSet(files, root) {
  const { scanXml } = require(path.join(checkoutDir, 'dist', PACKAGES, 'xml/scan-xml.js'));
  const { namespaceOf } = require(path.join(checkoutDir, 'dist', PACKAGES, 'xml/namespaces.js'));
  /** @type {Record<string, any>} */ const elements = {};
  /** @type {Record<string, any>} */ const types = {};
  /** @type {Record<string, any>} */ const simple = {};
  const seen = new Set();
  let count = 0;

  /** @type {(node: any, name: string) => string} */
  const qualified = (node, name) => {
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
    const namespace = namespaceOf(node, prefix);
    return namespace === XSD ? `xsd:${local}` : `{${namespace ?? ''}}${local}`;
  };
  /** @type {(node: any) => [number, number]} */
  const occurs = (node) => {
    const max = attributeOf(node, 'maxOccurs') ?? '1';
    return [Number(attributeOf(node, 'minOccurs') ?? 1), max === 'unbounded' ? -1 : Number(max)];
  };

  /** @type {(file: string) => void} */
  const load = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const scanned = scanXml(files.get(file));
    if (scanned.problem) throw new Error(`${file}: ${scanned.problem.en}`);
    const target = attributeOf(scanned.root, 'targetNamespace') ?? '';
    const name = (/** @type {string} */ local) => `{${target}}${local}`;

    /** @type {(node: any) => any} */
    const particle = (node) => {
      const [min, max] = occurs(node);
      if (node.local === 'any') {
        const strict = (attributeOf(node, 'processContents') ?? 'strict') === 'strict';
        return { any: attributeOf(node, 'namespace') ?? '##any', target, strict, min, max };
      }
      if (node.local === 'element') {
        const ref = attributeOf(node, 'ref');
        return ref
          ? { ref: qualified(node, ref), min, max }
          : { name: name(attributeOf(node, 'name') ?? ''), type: typeOf(node), min, max };
      }
      return { [node.local]: node.children.filter(isParticle).map(particle), min, max };
    };
    const isParticle = (/** @type {any} */ node) => ['sequence', 'choice', 'element', 'any'].includes(node.local);

    /** @type {(node: any) => string} */
    const typeOf = (node) => {
      const given = attributeOf(node, 'type');
      if (given) return qualified(node, given);
      const inner = node.children.find((/** @type {any} */ one) => ['complexType', 'simpleType'].includes(one.local));
      if (!inner) return 'xsd:anyType';
      count += 1;
      const key = `#${count}`;
      if (inner.local === 'complexType') types[key] = complex(inner);
      else simple[key] = simpleType(inner);
      return key;
    };

    /** @type {(node: any) => any} */
    const complex = (node) => {
      const content = node.children.find((/** @type {any} */ one) => one.local === 'complexContent');
      const extension = content?.children.find((/** @type {any} */ one) => one.local === 'extension');
      const body = extension ?? node;
      const own = body.children.find((/** @type {any} */ one) => ['sequence', 'choice'].includes(one.local));
      /** @type {Record<string, any>} */ const attributes = {};
      for (const one of body.children.filter((/** @type {any} */ child) => child.local === 'attribute')) {
        attributes[attributeOf(one, 'name') ?? ''] =
          attributeOf(one, 'use') === 'required' ? [typeOf(one)] : typeOf(one);
      }
      return {
        ...(extension ? { base: qualified(extension, attributeOf(extension, 'base') ?? '') } : {}),
        ...(attributeOf(node, 'abstract') === 'true' ? { abstract: true } : {}),
        ...(attributeOf(node, 'mixed') === 'true' || attributeOf(content ?? node, 'mixed') === 'true'
          ? { mixed: true }
          : {}),
        ...(own ? { content: particle(own) } : {}),
        ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
        ...(body.children.some((/** @type {any} */ one) => one.local === 'anyAttribute') ? { others: true } : {}),
      };
    };

    /** @type {(node: any) => any} */
    const simpleType = (node) => {
      const [inner] = node.children.filter((/** @type {any} */ one) => ['restriction', 'union'].includes(one.local));
      if (inner.local === 'union') {
        const members = (attributeOf(inner, 'memberTypes') ?? '').split(/\s+/).filter(Boolean);
        const inline = inner.children.filter((/** @type {any} */ one) => one.local === 'simpleType').map(simpleType);
        return { union: [...members.map((one) => qualified(inner, one)), ...inline] };
      }
      const values = (/** @type {string} */ facet) =>
        inner.children
          .filter((/** @type {any} */ one) => one.local === facet)
          .map((/** @type {any} */ one) => attributeOf(one, 'value'));
      const [min] = values('minInclusive');
      const [max] = values('maxInclusive');
      const allowed = values('enumeration');
      return {
        base: qualified(inner, attributeOf(inner, 'base') ?? 'xsd:string'),
        ...(allowed.length > 0 ? { allowed } : {}),
        ...(min ? { min: Number(min) } : {}),
        ...(max ? { max: Number(max) } : {}),
      };
    };

    for (const node of scanned.root.children) {
      const local = attributeOf(node, 'name') ?? '';
      const location = attributeOf(node, 'schemaLocation');
      if (['import', 'include'].includes(node.local) && location)
        load(path.posix.join(path.posix.dirname(file), location));
      if (node.local === 'complexType') types[name(local)] = complex(node);
      if (node.local === 'simpleType') simple[name(local)] = simpleType(node);
      if (node.local === 'element') {
        const group = attributeOf(node, 'substitutionGroup');
        elements[name(local)] = {
          type: typeOf(node),
          ...(attributeOf(node, 'abstract') === 'true' ? { abstract: true } : {}),
          ...(group ? { group: qualified(node, group) } : {}),
        };
      }
    }
  };
  load(root);
  const scanned = scanXml(files.get(root));
  return { namespace: attributeOf(scanned.root, 'targetNamespace'), elements, types, simple };
}

const home = await fetchZeebe(progressTo());
const lib = path.join(home, 'lib');
/** @type {Record<string, any>} */ const sets = {};
for (const [jar, root] of ROOTS) {
  const file = fs.readdirSync(lib).find((name) => name.startsWith(`${jar}-`) && name.endsWith('.jar'));
  const zip = await JSZip.loadAsync(fs.readFileSync(path.join(lib, file ?? jar)));
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.xsd'));
  const files = new Map(
    await Promise.all(
      names.map(
        async (name) =>
          /** @type {[string, string]} */ ([name, (await zip.files[name].async('string')).replace(/^\uFEFF/, '')]),
      ),
    ),
  );
  const { namespace, ...set } = schemaSet(files, root);
  sets[namespace ?? ''] = set;
}
const target = path.join(checkoutDir, PACKAGES, 'xml', 'broker-schemas.json');
fs.writeFileSync(target, `${JSON.stringify(sets)}\n`);
process.stdout.write(`${target}: ${Object.keys(sets).length}\n`);
