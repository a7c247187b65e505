// Owns what is said of a form file by itself: what the engine demands (JSON with an id), and what the platform demands
// beyond it (a form-js schema that runs no script).
import type { LooseProblem } from './loose-problem';
import { readJson } from './read-json';

const KNOWN_VERSION = 19;
const MAX_DEPTH = 200;

export function checkForm(bytes: Uint8Array): LooseProblem[] {
  const problems: LooseProblem[] = [];
  const read = readJson(bytes);
  const { text } = read;
  const say = (
    source: LooseProblem['source'],
    rule: string,
    element: string | null,
    vi: string,
    en: string,
    at = 0,
  ): void => {
    problems.push({ source, rule, element, vi, en, ...placeIn(text, at) });
  };
  if ('reason' in read) {
    say(
      'engine',
      'form-json',
      null,
      `Biểu mẫu phải là JSON đúng cú pháp, nhưng: ${read.reason.vi}.`,
      `Expected well-formed JSON, but: ${read.reason.en}.`,
      read.at,
    );
    return problems;
  }
  const form = read.value;
  if (read.rest !== null) {
    say(
      'platform',
      'form-rest',
      null,
      'Sau biểu mẫu còn ký tự khác mà bộ máy bỏ qua. Hãy xóa phần đó.',
      'Expected nothing after the form, but something follows that the engine would leave out. Remove it.',
      read.rest,
    );
  }
  if (typeof form !== 'object' || form === null || Array.isArray(form)) {
    say(
      'engine',
      'form-shape',
      null,
      'Biểu mẫu phải là một đối tượng JSON.',
      'Expected a JSON object, but it is none.',
    );
    return problems;
  }
  const { id, components, schemaVersion } = form as Record<string, unknown>;
  const isText = ['string', 'number', 'boolean'].includes(typeof id);
  if (!isText || String(id).trim() === '') {
    say('engine', 'form-id', null, 'Biểu mẫu phải có mã (id).', 'Expected the form to have an id, but it has none.');
  }
  if (!Array.isArray(components)) {
    say(
      'platform',
      'form-components',
      null,
      'Biểu mẫu phải có danh sách "components".',
      'Expected a list "components", but there is none.',
    );
  } else checkComponents(components, text, say);
  if (schemaVersion !== undefined && !(Number.isInteger(schemaVersion) && (schemaVersion as number) <= KNOWN_VERSION)) {
    say(
      'platform',
      'form-version',
      null,
      `Phiên bản biểu mẫu (schemaVersion) phải là số nguyên đến ${KNOWN_VERSION}.`,
      `Expected schemaVersion to be a whole number up to ${KNOWN_VERSION}, but it is not.`,
    );
  }
  return problems;
}

type Say = (
  source: LooseProblem['source'],
  rule: string,
  element: string | null,
  vi: string,
  en: string,
  at?: number,
) => void;

function checkComponents(components: unknown[], text: string, say: Say): void {
  const ids = new Set<string>();
  const queue = components.map((component) => ({ component, depth: 0 }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { component, depth } = next;
    if (
      typeof component !== 'object' ||
      component === null ||
      typeof (component as { type?: unknown }).type !== 'string'
    ) {
      say(
        'platform',
        'form-component',
        null,
        'Mỗi thành phần phải có loại (type).',
        'Expected every component to have a type, but one has none.',
      );
      continue;
    }
    const { id, key, components: inner } = component as Record<string, unknown>;
    const name = typeof id === 'string' ? id : typeof key === 'string' ? key : null;
    const place = name ? Math.max(0, text.indexOf(JSON.stringify(name))) : 0;
    if (typeof id === 'string' && ids.has(id)) {
      say(
        'platform',
        'form-id-twice',
        id,
        `Mã thành phần "${id}" dùng hai lần.`,
        `Expected component id "${id}" once, but it is used twice.`,
        place,
      );
    }
    if (typeof id === 'string') ids.add(id);
    if (runsScript(component as Record<string, unknown>)) {
      say(
        'platform',
        'form-script',
        name,
        `Thành phần "${name ?? '?'}" chứa mã chạy được; biểu mẫu không được có.`,
        `Expected no script in the form, but component "${name ?? '?'}" has one.`,
        place,
      );
    }
    if (Array.isArray(inner) && depth < MAX_DEPTH)
      queue.push(...inner.map((one) => ({ component: one, depth: depth + 1 })));
  }
}

const SCRIPT =
  /<\s*(script|iframe|object|embed)\b|\bon\w+\s*=\s*["']?[^"'>]*\(|(javascript|vbscript)\s*:|data:text\/html/i;

function runsScript(component: Record<string, unknown>): boolean {
  if (component.type === 'script') return true;
  return Object.entries(component).some(([name, value]) => {
    if (name === 'components') return false;
    return SCRIPT.test(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  });
}

function placeIn(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
