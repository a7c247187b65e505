// Owns reading XML 1.0 with namespaces strictly, as the engine's parser does: what is not well-formed is refused at its
// line and column. No document type is read, so that no entity can grow or reach out; nothing recurses, so that depth
// costs no stack; every byte is looked at a fixed number of times.
import { LinePlaces } from './line-places';
import { declarationsOf, namespaceOf, XMLNS_NAMESPACE } from './namespaces';
import { NotWellFormed } from './not-well-formed';
import { characterReference, isNameCharacter, isNameStart, isXmlCharacter } from './xml-characters';
import type { XmlAttribute, XmlElement, XmlPlace, XmlProblem } from './xml-node';

export type ScannedXml = { root: XmlElement } | { problem: XmlProblem };

const MAX_DEPTH = 2000;

export function scanXml(text: string): ScannedXml {
  const scanner = new Scanner(text);
  try {
    return { root: scanner.document() };
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    const { rule, vi, en } = error;
    return { problem: { rule, vi, en, element: scanner.nearestId(), ...scanner.placeOf(error.at) } };
  }
}

class Scanner {
  #at = 0;
  #root: XmlElement | null = null;
  #open: XmlElement | null = null;
  #depth = 0;
  #lines: LinePlaces | null = null;
  /** Text of the open element is gathered here and joined once. */
  #parts: string[] = [];
  readonly #gathered: string[][] = [];

  constructor(readonly text: string) {}

  document(): XmlElement {
    this.#declaration();
    while (this.#at < this.text.length) {
      if (this.text.charCodeAt(this.#at) === 60) this.#markup();
      else this.#characters();
    }
    if (this.#open) {
      const { name } = this.#open;
      this.#fail(
        'xml-truncated',
        `Tệp kết thúc khi thẻ "${name}" chưa đóng.`,
        `Expected </${name}> before the end of the file, but the file ends.`,
      );
    }
    if (!this.#root)
      this.#fail('xml-empty', 'Tệp không có phần tử XML nào.', 'Expected an XML element, but found none.');
    return this.#root as XmlElement;
  }

  nearestId(): string | null {
    for (let element = this.#open; element; element = element.parent) {
      const id = element.attributes.find((one) => one.name === 'id');
      if (id) return id.value;
    }
    return null;
  }

  placeOf(at: number): XmlPlace {
    this.#lines ??= new LinePlaces(this.text);
    return this.#lines.placeOf(at);
  }

  #fail(rule: string, vi: string, en: string, at = this.#at): never {
    throw new NotWellFormed(at, rule, vi, en);
  }

  #syntax(what: string, at = this.#at): never {
    this.#fail('xml-syntax', `XML sai cú pháp: ${what}.`, `Expected well-formed XML, but: ${what}.`, at);
  }

  #declaration(): void {
    if (!/^<\?xml[\s?]/.test(this.text.slice(0, 6))) return;
    const end = this.text.indexOf('?>');
    const declared = end === -1 ? '' : this.text.slice(0, end + 2);
    const form =
      /^<\?xml\s+version\s*=\s*(["'])1\.[01]\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/;
    if (!form.test(declared)) this.#syntax('XML declaration');
    this.#at = end + 2;
  }

  #markup(): void {
    const { text } = this;
    const at = this.#at;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end === -1) this.#syntax('comment is not closed');
      if (text[end + 2] !== '>') this.#syntax('"--" in a comment', end);
      this.#checkCharacters(at, end);
      this.#at = end + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end === -1) this.#syntax('CDATA is not closed');
      if (!this.#open) this.#syntax('CDATA outside the root element');
      this.#checkCharacters(at, end);
      this.#parts.push(normalEnds(text.slice(at + 9, end)));
      this.#at = end + 3;
    } else if (text.startsWith('<!', at)) {
      if (!text.startsWith('<!DOCTYPE', at)) this.#syntax('unknown markup');
      this.#fail(
        'xml-doctype',
        'Không được có DOCTYPE (thực thể có thể phình ra hoặc trỏ ra ngoài).',
        'Expected no DOCTYPE (its entities could grow or reach out), but there is one.',
      );
    } else if (text.startsWith('<?', at)) this.#instruction();
    else if (text.startsWith('</', at)) this.#endTag();
    else this.#startTag();
  }

  #instruction(): void {
    const end = this.text.indexOf('?>', this.#at);
    if (end === -1) this.#syntax('processing instruction is not closed');
    const start = this.#at;
    this.#at += 2;
    const target = this.#name();
    if (target.toLowerCase() === 'xml') this.#syntax('XML declaration is only allowed at the start', start);
    this.#checkCharacters(start, end);
    this.#at = end + 2;
  }

  #characters(): void {
    const { text } = this;
    const start = this.#at;
    const next = text.indexOf('<', start);
    const end = next === -1 ? text.length : next;
    const raw = text.slice(start, end);
    if (!this.#open) {
      const stray = /[^ \t\r\n]/.exec(raw);
      if (stray) this.#syntax('text outside the root element', start + stray.index);
    } else {
      const close = raw.indexOf(']]>');
      if (close !== -1) this.#syntax('"]]>" in text', start + close);
      this.#checkCharacters(start, end);
      this.#parts.push(normalEnds(this.#withReferences(raw, start)));
    }
    this.#at = end;
  }

  #startTag(): void {
    const start = this.#at;
    this.#at += 1;
    const name = this.#name();
    const attributes: XmlAttribute[] = [];
    for (;;) {
      const spaced = this.#space();
      const code = this.text[this.#at];
      if (code === '>' || code === '/') break;
      if (code === undefined) this.#syntax(`tag <${name}> is cut off`);
      if (!spaced) this.#syntax(`space is missing in tag <${name}>`);
      attributes.push(this.#attribute(attributes));
    }
    const isEmpty = this.text[this.#at] === '/';
    if (isEmpty && this.text[this.#at + 1] !== '>') this.#syntax(`tag <${name}> is not closed`);
    this.#at += isEmpty ? 2 : 1;
    const element = this.#element(name, attributes, start);
    if (isEmpty) return;
    if (this.#depth >= MAX_DEPTH) {
      this.#fail(
        'xml-depth',
        `Phần tử lồng nhau quá ${MAX_DEPTH} tầng.`,
        `Expected elements nested at most ${MAX_DEPTH} deep, but they are deeper.`,
        start,
      );
    }
    this.#gathered.push(this.#parts);
    this.#parts = [];
    this.#open = element;
    this.#depth += 1;
  }

  #element(name: string, attributes: XmlAttribute[], start: number): XmlElement {
    if (!this.#open && this.#root) this.#syntax('more than one root element', start);
    const prefixes = declarationsOf(attributes);
    const element: XmlElement = {
      name,
      local: name,
      namespace: null,
      attributes: [],
      children: [],
      parent: this.#open,
      text: '',
      prefixes: prefixes.size > 0 ? prefixes : null,
      ...this.placeOf(start),
    };
    const resolve = (full: string, isAttribute: boolean): { local: string; namespace: string | null } => {
      const [prefix, local, more] = full.includes(':') ? full.split(':') : ['', full];
      if (more !== undefined || local === '' || (full.includes(':') && prefix === '')) {
        this.#syntax(`name "${full}" has a misplaced colon`, start);
      }
      if (prefix === '' && isAttribute) return { local, namespace: null };
      const namespace = namespaceOf(element, prefix);
      if (namespace === null && prefix !== '') this.#syntax(`prefix "${prefix}" is not bound`, start);
      return { local, namespace };
    };
    Object.assign(element, resolve(name, false));
    const seen = new Set<string>();
    for (const attribute of attributes) {
      if (attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:')) {
        if (attribute.name !== 'xmlns' && attribute.value === '') this.#syntax(`"${attribute.name}" is empty`, start);
        element.attributes.push({ ...attribute, namespace: XMLNS_NAMESPACE });
        continue;
      }
      const resolved = { ...attribute, ...resolve(attribute.name, true) };
      const key = `${resolved.namespace ?? ''}}${resolved.local}`;
      if (seen.has(key)) this.#syntax(`attribute "${attribute.name}" is given twice`, start);
      seen.add(key);
      element.attributes.push(resolved);
    }
    if (this.#open) this.#open.children.push(element);
    else this.#root = element;
    return element;
  }

  #attribute(before: readonly XmlAttribute[]): XmlAttribute {
    const start = this.#at;
    const name = this.#name();
    if (before.some((one) => one.name === name)) this.#syntax(`attribute "${name}" is given twice`, start);
    this.#space();
    if (this.text[this.#at] !== '=') this.#syntax(`"=" is missing after attribute "${name}"`);
    this.#at += 1;
    this.#space();
    const quote = this.text[this.#at];
    if (quote !== '"' && quote !== "'") this.#syntax(`value of attribute "${name}" is not quoted`);
    const from = this.#at + 1;
    const end = this.text.indexOf(quote, from);
    if (end === -1) this.#syntax(`value of attribute "${name}" is not closed`, start);
    const raw = this.text.slice(from, end);
    const less = raw.indexOf('<');
    if (less !== -1) this.#syntax(`"<" in the value of attribute "${name}"`, from + less);
    this.#checkCharacters(from, end);
    this.#at = end + 1;
    // A line end in a value is a space; one written as a reference stays.
    return {
      name,
      local: name,
      namespace: null,
      value: this.#withReferences(raw.replace(/\r\n|[\t\n\r]/g, ' '), from),
    };
  }

  #endTag(): void {
    const start = this.#at;
    this.#at += 2;
    const name = this.#name();
    this.#space();
    if (this.text[this.#at] !== '>') this.#syntax(`tag </${name}> is not closed`);
    this.#at += 1;
    const open = this.#open;
    if (!open) this.#syntax(`</${name}> closes nothing`, start);
    if (open?.name !== name) this.#syntax(`</${name}> where </${open?.name}> is expected`, start);
    if (open) open.text = this.#parts.length === 1 ? this.#parts[0] : this.#parts.join('');
    this.#parts = this.#gathered.pop() ?? [];
    this.#open = open?.parent ?? null;
    this.#depth -= 1;
  }

  #name(): string {
    const start = this.#at;
    if (!isNameStart(this.text.codePointAt(start))) this.#syntax('a name is expected');
    let at = start;
    for (let code = this.text.codePointAt(at); isNameCharacter(code); code = this.text.codePointAt(at)) {
      at += (code as number) > 0xffff ? 2 : 1;
    }
    this.#at = at;
    return this.text.slice(start, at);
  }

  #space(): boolean {
    const start = this.#at;
    for (let code = this.text.charCodeAt(this.#at); code === 32 || code === 10 || code === 13 || code === 9; ) {
      this.#at += 1;
      code = this.text.charCodeAt(this.#at);
    }
    return this.#at > start;
  }

  #withReferences(raw: string, start: number): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;\s<&]*)(;?)/g, (all, name: string, close: string, at: number) => {
      const value = close === ';' ? characterReference(name) : null;
      if (value === null) this.#syntax(`reference "${all}" means nothing`, start + at);
      return value as string;
    });
  }

  #checkCharacters(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code >= 32 && code < 0xd800) continue;
      const point = this.text.codePointAt(at) as number;
      if (!isXmlCharacter(point)) this.#syntax(`character U+${point.toString(16)} is not allowed`, at);
      if (point > 0xffff) at += 1;
    }
  }
}

const normalEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
