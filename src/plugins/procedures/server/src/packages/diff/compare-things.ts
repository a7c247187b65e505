// Owns the comparison of two sets of things known by id, and the plain words for what it finds.
import type { Change, Facts, Thing } from './change';

type Area = Change['area'];

const AREAS: Record<Area, { vi: string; en: string }> = {
  element: { vi: 'Phần tử', en: 'Element' },
  layout: { vi: 'Vị trí', en: 'Layout of' },
  field: { vi: 'Trường biểu mẫu', en: 'Form field' },
  decision: { vi: 'Bảng quyết định', en: 'Decision part' },
  manifest: { vi: 'Thiết lập', en: 'Setting' },
  event: { vi: 'Sự kiện', en: 'Event' },
  file: { vi: 'Tệp', en: 'File' },
};
const KINDS = {
  added: { vi: 'được thêm', en: 'is added' },
  removed: { vi: 'bị bỏ', en: 'is removed' },
  changed: { vi: 'thay đổi', en: 'changes' },
  moved: { vi: 'chỉ đổi chỗ vẽ', en: 'is only drawn elsewhere' },
};

export function compareThings(
  file: string,
  area: Area,
  before: Map<string, Thing>,
  after: Map<string, Thing>,
): Change[] {
  const changes: Change[] = [];
  for (const [id, thing] of before)
    if (!after.has(id)) changes.push(change(file, area, 'removed', id, thing, differing(thing.facts, NOTHING)));
  for (const [id, thing] of after) {
    const old = before.get(id);
    if (!old) {
      changes.push(change(file, area, 'added', id, thing, differing(NOTHING, thing.facts)));
      continue;
    }
    const properties = differing(old.facts, thing.facts);
    if (old.type !== thing.type) properties.unshift({ name: 'type', before: old.type, after: thing.type });
    if (properties.length > 0)
      changes.push(change(file, area, area === 'layout' ? 'moved' : 'changed', id, thing, properties));
  }
  return changes;
}

const NOTHING: Facts = new Map();

function differing(before: Facts, after: Facts): Change['properties'] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function change(
  file: string,
  area: Area,
  kind: Change['kind'],
  id: string,
  thing: Thing,
  properties: Change['properties'],
): Change {
  const name = thing.title && thing.title !== id ? `“${thing.title}” (${id})` : `"${id}"`;
  // Which properties; whole values stand beside the sentence, wherever it is shown.
  const what = kind === 'changed' ? properties.map((one) => one.name).join(', ') : '';
  const say = (language: 'vi' | 'en') =>
    `${AREAS[area][language]} ${name} ${KINDS[kind][language]}${what ? `: ${what}` : ''}.`;
  return { file, area, kind, id, type: thing.type, properties, vi: say('vi'), en: say('en') };
}

/** A tree of plain values as facts by path; what hangs under `skip` is left out. */
export function factsOf(value: unknown, skip: readonly string[] = []): Facts {
  const facts: Facts = new Map();
  const walk = (one: unknown, path: string): void => {
    if (typeof one === 'object' && one !== null && !Array.isArray(one)) {
      for (const [name, child] of Object.entries(one)) {
        if (path !== '' || !skip.includes(name)) walk(child, path === '' ? name : `${path}/${name}`);
      }
    } else if (one !== undefined) facts.set(path, one);
  };
  walk(value, '');
  return facts;
}
