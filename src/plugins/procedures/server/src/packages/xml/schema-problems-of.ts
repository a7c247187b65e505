// Owns the question whether XML fits the schema that the engine holds it to: names, order, attributes, values, ids and
// references. The schemas themselves are data, drawn from the engine's distribution by generate-broker-schemas.mjs.
import data from './broker-schemas.json';
import { type ContentModel, contentModel, type Expected, type Particle, walkContent } from './content-model';
import { namespaceOf } from './namespaces';
import { collapsed, isValueOf, type SimpleType } from './simple-values';
import type { XmlElement, XmlProblem } from './xml-node';

interface ComplexType {
  base?: string;
  abstract?: boolean;
  mixed?: boolean;
  content?: Particle;
  /** Type by name; in a list where the attribute is needed. */
  attributes?: Record<string, string | [string]>;
  /** Attributes of other namespaces may stand here. */
  others?: boolean;
}

interface SchemaSet {
  elements: Record<string, { type: string; abstract?: boolean; group?: string }>;
  types: Record<string, ComplexType>;
  simple: Record<string, SimpleType>;
}

interface WholeType extends ComplexType {
  model: ContentModel;
  isEmpty: boolean;
  ancestors: string[];
}

const SETS = data as unknown as Record<string, SchemaSet>;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const MAX_PROBLEMS = 20;

/** Namespaces of BPMN and of every version of DMN that the engine reads. */
export const schemaNamespaces = (): string[] => Object.keys(SETS);

export function schemaProblemsOf(root: XmlElement): XmlProblem[] {
  const set = SETS[root.namespace ?? ''];
  if (!set?.elements[keyOf(root)]) {
    return [
      problemAt(
        root,
        'xml-root',
        `Phần tử gốc "${root.name}" không thuộc ngôn ngữ mô hình.`,
        `Expected a root element of the modelling language, but it is "${root.name}".`,
      ),
    ];
  }
  return new Validation(set).run(root);
}

const keyOf = (element: XmlElement): string => `{${element.namespace ?? ''}}${element.local}`;

class Validation {
  readonly #problems: XmlProblem[] = [];
  readonly #ids = new Map<string, XmlElement>();
  readonly #references: { id: string; element: XmlElement }[] = [];
  readonly #types = new Map<string, WholeType>();
  readonly #members = new Map<string, Set<string>>();

  constructor(readonly set: SchemaSet) {
    for (const [name, { group, abstract }] of Object.entries(set.elements)) {
      if (!abstract)
        for (let head: string | undefined = name; head; head = set.elements[head]?.group) this.#member(head, name);
      else if (group) this.#member(name, '');
    }
  }

  run(root: XmlElement): XmlProblem[] {
    const queue: { element: XmlElement; type: string }[] = [
      { element: root, type: this.set.elements[keyOf(root)].type },
    ];
    for (let next = queue.pop(); next && this.#problems.length < MAX_PROBLEMS; next = queue.pop()) {
      queue.push(...this.#check(next.element, next.type).reverse());
    }
    for (const { id, element } of this.#references) {
      if (!this.#ids.has(id)) {
        this.#report(
          element,
          'xml-reference',
          `Không có phần tử mang mã "${id}".`,
          `Expected an element with id "${id}", but there is none.`,
        );
      }
    }
    return this.#problems.slice(0, MAX_PROBLEMS);
  }

  #member(head: string, name: string): void {
    const known = this.#members.get(head) ?? new Set();
    if (name) known.add(name);
    this.#members.set(head, known);
  }

  #report(element: XmlElement, rule: string, vi: string, en: string): void {
    this.#problems.push(problemAt(element, rule, vi, en));
  }

  #check(element: XmlElement, declared: string): { element: XmlElement; type: string }[] {
    const typeName = this.#actualType(element, declared);
    const isSimple = typeName.startsWith('xsd:') || typeName in this.set.simple;
    if (isSimple) {
      this.#checkSimple(element, typeName);
      return [];
    }
    const type = this.#whole(typeName);
    if (type.abstract) {
      this.#report(
        element,
        'xml-abstract',
        `Phần tử "${element.name}" là loại trừu tượng.`,
        `Expected a concrete type for "${element.name}", but it is abstract.`,
      );
    }
    this.#checkAttributes(element, type);
    const stray = type.isEmpty ? element.text !== '' : !type.mixed && /[^ \t\r\n]/.test(element.text);
    if (stray)
      this.#report(
        element,
        'xml-text',
        `"${element.name}" không được chứa chữ.`,
        `Expected no text in "${element.name}", but there is some.`,
      );
    const { expected, stopped } = walkContent(type.model, element.children, (child, particle) =>
      this.#fit(child, particle),
    );
    if (stopped !== null) this.#outOfPlace(element, stopped);
    return expected.flatMap(({ type: wanted, strict }, at) => {
      const child = element.children[at];
      if (wanted) return [{ element: child, type: wanted }];
      const known = this.set.elements[keyOf(child)];
      if (known) return [{ element: child, type: known.type }];
      if (strict)
        this.#report(
          child,
          'xml-element',
          `Phần tử "${child.name}" không được định nghĩa.`,
          `Expected a declared element, but "${child.name}" is not.`,
        );
      return this.#insideForeign(child);
    });
  }

  /** What stands inside elements of other languages counts again where it is declared. */
  #insideForeign(foreign: XmlElement): { element: XmlElement; type: string }[] {
    const found: { element: XmlElement; type: string }[] = [];
    const queue = [...foreign.children];
    for (let child = queue.pop(); child; child = queue.pop()) {
      const known = this.set.elements[keyOf(child)];
      if (known) found.push({ element: child, type: known.type });
      else queue.push(...child.children);
    }
    return found;
  }

  #outOfPlace(element: XmlElement, stopped: number): void {
    const child = element.children[stopped];
    if (child) {
      this.#report(
        child,
        'xml-order',
        `"${child.name}" không được đứng ở đây trong "${element.name}".`,
        `Expected "${element.name}" by its schema, but "${child.name}" may not stand here in it.`,
      );
    } else {
      this.#report(
        element,
        'xml-incomplete',
        `"${element.name}" còn thiếu phần tử con.`,
        `Expected more elements in "${element.name}", but it ends.`,
      );
    }
  }

  #actualType(element: XmlElement, declared: string): string {
    const given = element.attributes.find((one) => one.namespace === XSI && one.local === 'type');
    if (!given) return declared;
    const [prefix, local] = given.value.trim().includes(':') ? given.value.trim().split(':') : ['', given.value.trim()];
    const name = `{${namespaceOf(element, prefix) ?? ''}}${local}`;
    const isDerived = name in this.set.types && [name, ...this.#whole(name).ancestors].includes(declared);
    if (isDerived || declared === 'xsd:anyType') return name in this.set.types ? name : declared;
    this.#report(
      element,
      'xml-type',
      `Kiểu "${given.value}" không hợp với "${element.name}".`,
      `Expected a type that fits "${element.name}", but it is "${given.value}".`,
    );
    return declared;
  }

  #checkSimple(element: XmlElement, type: string): void {
    if (type === 'xsd:anyType') return;
    const [child] = element.children;
    if (child)
      this.#report(
        child,
        'xml-order',
        `"${element.name}" chỉ chứa chữ.`,
        `Expected only text in "${element.name}", but there is "${child.name}".`,
      );
    this.#checkAttributes(element, { attributes: {} });
    this.#checkValue(element, type, element.text, element.name);
  }

  #checkAttributes(element: XmlElement, type: ComplexType): void {
    const allowed = type.attributes ?? {};
    for (const { name, local, namespace, value } of element.attributes) {
      if (namespace === XMLNS || namespace === XSI) continue;
      const wanted = namespace === null && Object.hasOwn(allowed, local) ? allowed[local] : null;
      if (wanted !== null) this.#checkValue(element, Array.isArray(wanted) ? wanted[0] : wanted, value, name);
      else if (namespace === null || !type.others || namespace === element.namespace) {
        this.#report(
          element,
          'xml-attribute',
          `Thuộc tính "${name}" không có ở "${element.name}".`,
          `Expected no attribute "${name}" at "${element.name}", but there is one.`,
        );
      }
    }
    for (const [name, wanted] of Object.entries(allowed)) {
      if (Array.isArray(wanted) && !element.attributes.some((one) => one.namespace === null && one.local === name)) {
        this.#report(
          element,
          'xml-attribute-missing',
          `"${element.name}" phải có thuộc tính "${name}".`,
          `Expected "${element.name}" to have attribute "${name}", but it has none.`,
        );
      }
    }
  }

  #checkValue(element: XmlElement, type: string, text: string, name: string): void {
    const isBound = (prefix: string) => namespaceOf(element, prefix) !== null;
    if (!isValueOf(type, text, this.set.simple, isBound)) {
      this.#report(
        element,
        'xml-value',
        `"${text.slice(0, 80)}" không phải giá trị hợp lệ của "${name}" (${type.replace(/^.*[}:]/, '')}).`,
        `Expected a ${type.replace(/^.*[}:]/, '')} for "${name}", but it is "${text.slice(0, 80)}".`,
      );
    } else if (type === 'xsd:ID') {
      const id = collapsed(text);
      if (this.#ids.has(id))
        this.#report(
          element,
          'xml-id-twice',
          `Mã "${id}" dùng hai lần.`,
          `Expected id "${id}" once, but it is used twice.`,
        );
      else this.#ids.set(id, element);
    } else if (type === 'xsd:IDREF') this.#references.push({ id: collapsed(text), element });
  }

  #fit(child: XmlElement, particle: Particle): Expected | null {
    const key = keyOf(child);
    if (particle.ref !== undefined) {
      return this.#members.get(particle.ref)?.has(key) ? { type: this.set.elements[key].type, strict: false } : null;
    }
    if (particle.name !== undefined)
      return particle.name === key ? { type: particle.type ?? 'xsd:anyType', strict: false } : null;
    const isOther = child.namespace !== null && child.namespace !== particle.target;
    return particle.any !== '##other' || isOther ? { type: null, strict: particle.strict === true } : null;
  }

  #whole(name: string): WholeType {
    const known = this.#types.get(name);
    if (known) return known;
    const own = this.set.types[name] ?? {};
    const base = own.base ? this.#whole(own.base) : null;
    const parts = [base?.content, own.content].filter((one): one is Particle => one !== undefined);
    const content: Particle | null = parts.length === 0 ? null : { sequence: parts, min: 1, max: 1 };
    const mixed = own.mixed === true || base?.mixed === true;
    const whole: WholeType = {
      ...own,
      content: content ?? undefined,
      mixed,
      attributes: { ...base?.attributes, ...own.attributes },
      others: own.others || base?.others,
      model: contentModel(content),
      isEmpty: content === null && !mixed,
      ancestors: own.base ? [own.base, ...(base?.ancestors ?? [])] : [],
    };
    this.#types.set(name, whole);
    return whole;
  }
}

function problemAt(element: XmlElement, rule: string, vi: string, en: string): XmlProblem {
  let holder: XmlElement | null = element;
  let id: string | null = null;
  while (holder && id === null) {
    id = holder.attributes.find((one) => one.name === 'id')?.value ?? null;
    holder = holder.parent;
  }
  return { rule, element: id, vi, en, line: element.line, column: element.column };
}
