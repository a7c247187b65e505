// Owns what the choices read that the law sets: who writes it, how the manifest computes it, and which events set what it is
// computed from. A drawing may keep every statutory step and every condition, and still lead nobody there, if what the
// condition reads is written by another hand.
import { allFlowElements } from '../model-elements';
import type { ReadPackage } from '../read-package';
import type { EventDefinition } from '../types';
import { variableWritings } from '../variable-writings';
import type { Forbid } from './guardrail-problem';
import { readBelow, statutoryNames } from './statutory-names';

/** Something said in a package, by whom it is said. */
interface Said {
  file: string;
  by: string;
  words: string;
}

export function factProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const [drawn, drawnNow] = [drawnWritings(base), drawnWritings(changed)];
  for (const [name, law] of statutoryNames(base)) {
    // A word of the language, a name that the expression makes itself, another decision's.
    if (!drawn.has(name) && computed(base, name) === '') continue;
    const title = variableOf(base, name)?.title;
    const [vi, en] = [title ? `${title.vi} (${name})` : name, title ? `${title.en} (${name})` : name];
    const written = differing(drawn.get(name) ?? [], drawnNow.get(name) ?? []);
    if (written)
      forbid(
        'fact-overwritten',
        written.file,
        written.by,
        law,
        `Bước luật định được chọn theo "${vi}"; phần tử "${written.by}" không được ghi khác đi vào đó.`,
        `Expected "${en}", by which a statutory step is chosen, to be written as before, but "${written.by}" writes it otherwise.`,
      );
    if (computed(base, name) !== computed(changed, name))
      forbid(
        'fact-redefined',
        'manifest.json',
        name,
        law,
        `Bước luật định được chọn theo "${vi}"; cách tính giá trị này không được đổi.`,
        `Expected "${en}", by which a statutory step is chosen, to be computed as before, but it is not.`,
      );
    const set = differing(settings(base, base, name), settings(base, changed, name));
    if (set)
      forbid(
        'fact-overwritten',
        set.file,
        set.by,
        law,
        `Bước luật định được chọn theo "${vi}"; "${set.by}" không được đặt khác đi giá trị làm nên nó.`,
        `Expected what makes "${en}", by which a statutory step is chosen, to be set as before, but "${set.by}" sets it otherwise.`,
      );
  }
}

/** The first that is said on one side alone. */
function differing(before: readonly Said[], after: readonly Said[]): Said | null {
  const key = ({ by, words }: Said) => `${by} ${words}`;
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
  return after.find((one) => !was.has(key(one))) ?? before.find((one) => !is.has(key(one))) ?? null;
}

/** By variable. */
function drawnWritings(pkg: ReadPackage): Map<string, Said[]> {
  const found = new Map<string, Said[]>();
  for (const [file, model] of pkg.models)
    for (const element of model.kind === 'bpmn' ? allFlowElements(model.definitions) : [])
      for (const { name, by, said } of variableWritings(element))
        found.set(name, [...(found.get(name) ?? []), { file, by: element.id ?? '', words: `${by} ${said}` }]);
  return found;
}

const variableOf = (pkg: ReadPackage, name: string) => pkg.manifest.variables.find((one) => one.name === name);

function computed(pkg: ReadPackage, name: string): string {
  const variable = variableOf(pkg, name);
  return variable ? `${variable.type} ${variable.from.replace(/\s+/g, ' ').trim()}` : '';
}

/** What events and entrances of `pkg` set of that from which `base` computes the variable. */
function settings(base: ReadPackage, pkg: ReadPackage, name: string): Said[] {
  const from = variableOf(base, name)?.from ?? '';
  const [attributes, facts] = [readBelow('record', from), readBelow('facts', from)];
  const ofEvents = pkg.events.flatMap((event) =>
    [...among(event.set, attributes), ...rowsOf(event, attributes), ...decidedBy(event, facts)].map((words) => ({
      file: 'events.json',
      by: event.code,
      words,
    })),
  );
  // A new entrance says for itself what comes in by it; one that was there goes on saying the same.
  const ofEntrances = pkg.manifest.starts.flatMap(({ event, outside = [] }) =>
    outside
      .filter(({ audience, form }) => entrancesOf(base, event).includes(`${audience} ${form}`))
      .flatMap(({ audience, form, values }) =>
        among(values, attributes).map((words) => ({
          file: 'manifest.json',
          by: event,
          words: `${audience} ${form} ${words}`,
        })),
      ),
  );
  return [...ofEvents, ...ofEntrances];
}

const entrancesOf = (pkg: ReadPackage, event: string): string[] =>
  pkg.manifest.starts
    .filter((one) => one.event === event)
    .flatMap(({ outside = [] }) => outside.map(({ audience, form }) => `${audience} ${form}`));

/** Of settings by path, those of these attributes; the record's name before it may be left out. */
const among = (set: Readonly<Record<string, string>> | undefined, attributes: readonly string[]): string[] =>
  Object.entries(set ?? {}).flatMap(([path, value]) => {
    const plain = path.replace(/^record\./, '');
    return attributes.includes(plain.split('.')[0] ?? '') ? [`${plain} ${value}`] : [];
  });

const rowsOf = (event: EventDefinition, attributes: readonly string[]): string[] =>
  (event.rows ?? []).filter((row) => attributes.includes(row.to)).map((row) => JSON.stringify(row));

const decidedBy = (event: EventDefinition, facts: readonly string[]): string[] =>
  (event.decisions ?? []).filter((one) => facts.includes(one.as)).map((one) => `${one.as} ${one.decision}`);
