// Owns what differs between two versions of a package, in plain words: steps, forms, tables, parameters, terms. Pure.
import type { PackageChange } from '../../../shared/packages-contract';
import { allFlowElements } from '../packages/model-elements';
import type { ReadPackage } from '../packages/read-package';

interface Thing {
  file: string;
  element: string | null;
  words: { vi: string; en: string };
  print: string;
}

export function packageChanges(before: ReadPackage, after: ReadPackage): PackageChange[] {
  const old = thingsOf(before);
  const fresh = thingsOf(after);
  const added = [...fresh].filter(([key]) => !old.has(key)).map(([, thing]) => change('ADDED', thing));
  const removed = [...old].filter(([key]) => !fresh.has(key)).map(([, thing]) => change('REMOVED', thing));
  const changed = [...fresh]
    .filter(([key, thing]) => old.has(key) && old.get(key)?.print !== thing.print)
    .map(([, thing]) => change('CHANGED', thing));
  return [...added, ...removed, ...changed];
}

const WORDS = {
  ADDED: { vi: 'Thêm', en: 'Added' },
  REMOVED: { vi: 'Bỏ', en: 'Removed' },
  CHANGED: { vi: 'Sửa', en: 'Changed' },
} as const;

const change = (kind: PackageChange['kind'], { file, element, words }: Thing): PackageChange => ({
  kind,
  file,
  element,
  vi: `${WORDS[kind].vi} ${words.vi}`,
  en: `${WORDS[kind].en} ${words.en}`,
});

function thingsOf(read: ReadPackage): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const add = (key: string, thing: Thing) => things.set(key, thing);
  for (const [path, model] of read.models) {
    if (model.kind !== 'bpmn') continue;
    for (const element of allFlowElements(model.definitions)) {
      const isFlow = element.$type === 'bpmn:SequenceFlow';
      const name = typeof element.name === 'string' && element.name ? element.name : (element.id ?? '');
      add(`element ${element.id}`, {
        file: path,
        element: element.id ?? null,
        words: isFlow
          ? { vi: `luồng "${name}"`, en: `flow "${name}"` }
          : { vi: `bước "${name}"`, en: `step "${name}"` },
        print: printOf(element),
      });
    }
  }
  for (const file of read.files) {
    if (['bpmn', 'manifest', 'events', 'scenario'].includes(file.kind)) continue;
    const words = FILE_WORDS[file.kind] ?? FILE_WORDS.other;
    add(`file ${file.path}`, {
      file: file.path,
      element: null,
      words: { vi: `${words.vi} "${file.path}"`, en: `${words.en} "${file.path}"` },
      print: file.content.toString('base64'),
    });
  }
  for (const parameter of read.manifest.parameters)
    add(`parameter ${parameter.name}`, {
      file: 'manifest.json',
      element: parameter.name,
      words: {
        vi: `tham số "${parameter.title.vi}" (${String(parameter.default)})`,
        en: `parameter "${parameter.title.en}" (${String(parameter.default)})`,
      },
      print: JSON.stringify(parameter),
    });
  for (const rule of read.manifest.clockRules)
    add(`clock ${rule.id}`, {
      file: 'manifest.json',
      element: rule.id,
      words: { vi: `quy tắc hạn "${rule.title.vi}"`, en: `clock rule "${rule.title.en}"` },
      print: JSON.stringify(rule),
    });
  return things;
}

const FILE_WORDS: Record<string, { vi: string; en: string }> = {
  dmn: { vi: 'bảng quyết định', en: 'decision table' },
  form: { vi: 'biểu mẫu', en: 'form' },
  document: { vi: 'mẫu văn bản', en: 'document' },
  other: { vi: 'tệp', en: 'file' },
};

/** What an element is, apart from what is drawn inside it or hangs on it: those are things of their own. */
function printOf(element: ModdleElement): string {
  const omitted = new Set(['flowElements', 'incoming', 'outgoing', 'artifacts']);
  const plain = (value: unknown, owner: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => plain(one, owner));
    if (typeof value !== 'object' || value === null) return value;
    const inner = value as ModdleElement;
    if (typeof inner.$type !== 'string') return null;
    if (inner.$parent !== owner) return { ref: inner.id ?? null };
    const parts = Object.entries(inner).filter(([key]) => !key.startsWith('$') && !omitted.has(key));
    return { type: inner.$type, ...Object.fromEntries(parts.map(([key, part]) => [key, plain(part, inner)])) };
  };
  return JSON.stringify(plain(element, element.$parent));
}
