// Owns what a drawn user task needs besides its shape: the entry in the manifest, the event that it is, the group that may
// do it. The modeler writes the choices as properties of the task (form, clocks, differentFrom); this pure step carries
// them into manifest.json and events.json, and takes out what points to a task that is gone. Files that cannot be read
// are left as they are: the check says so.
import { allFlowElements, extensionOf, listOf, textOf } from '../packages/model-elements';
import { readModel } from '../packages/model-xml';
import type { EventDefinition, EventsFile, Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';

export interface KnownGroup {
  id: string;
  title: string;
}

interface DrawnTask {
  id: string;
  name: string;
  form: string | null;
  clocks: string[] | null;
  differentFrom: string | null;
  groups: string[];
}

export async function completePackage(
  files: ReadonlyMap<string, Buffer>,
  groups: readonly KnownGroup[],
): Promise<Map<string, Buffer>> {
  const completed = new Map(files);
  const manifest = parsed<Manifest>(files.get('manifest.json'));
  const eventsFile = parsed<EventsFile>(files.get('events.json'));
  const tasks = await drawnTasks(files);
  if (!manifest?.elements || !Array.isArray(eventsFile?.events) || !tasks) return completed;
  completeManifest(manifest, tasks, groups);
  eventsFile.events = completeEvents(eventsFile.events, tasks);
  writeIfChanged(completed, 'manifest.json', manifest);
  writeIfChanged(completed, 'events.json', eventsFile);
  return completed;
}

function completeManifest(manifest: Manifest, tasks: readonly DrawnTask[], groups: readonly KnownGroup[]): void {
  for (const id of Object.keys(manifest.elements)) {
    if (!tasks.some((task) => task.id === id)) delete manifest.elements[id];
  }
  for (const task of tasks) {
    const known = manifest.elements[task.id];
    const form = task.form ?? known?.form;
    if (!form) continue;
    const title = task.name && task.name !== known?.title.vi ? { vi: task.name, en: task.name } : known?.title;
    manifest.elements[task.id] = {
      ...known,
      form,
      title: title ?? { vi: task.id, en: task.id },
      clocks: task.clocks ?? known?.clocks ?? [],
      differentFrom: task.differentFrom ?? known?.differentFrom ?? null,
    };
    for (const group of task.groups) {
      const title = groups.find((one) => one.id === group)?.title;
      if (!title || manifest.candidateGroups.some((one) => one.id === group)) continue;
      manifest.candidateGroups.push({ id: group, title: { vi: title, en: title } });
    }
  }
}

function completeEvents(events: readonly EventDefinition[], tasks: readonly DrawnTask[]): EventDefinition[] {
  const isThere = (id: string) => tasks.some((task) => task.id === id);
  const kept = events.flatMap((event) => {
    const by = event.by.filter((source) => source.kind !== 'task' || isThere(source.element));
    return by.length > 0 ? [{ ...event, by }] : [];
  });
  const codes = new Set(kept.map((event) => event.code));
  for (const task of tasks) {
    if (kept.some((event) => event.by.some((source) => source.kind === 'task' && source.element === task.id))) continue;
    const code = codeOf(task.id, codes);
    codes.add(code);
    const words = task.name || task.id;
    kept.push({ code, title: { vi: words, en: words }, by: [{ kind: 'task', element: task.id }] });
  }
  return kept;
}

function codeOf(id: string, taken: ReadonlySet<string>): string {
  const plain = id
    .normalize('NFD')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+/, '');
  const first = plain || 'BUOC';
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? first : `${first}_${count}`;
    if (!taken.has(code)) return code;
  }
}

async function drawnTasks(files: ReadonlyMap<string, Buffer>): Promise<DrawnTask[] | null> {
  const tasks: DrawnTask[] = [];
  for (const [path, content] of files) {
    if (!path.endsWith('.bpmn')) continue;
    try {
      const { definitions } = await readModel('bpmn', path, content);
      tasks.push(
        ...allFlowElements(definitions)
          .filter(({ $type }) => $type === 'bpmn:UserTask')
          .map(drawnTask),
      );
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
  return tasks;
}

function drawnTask(element: ModdleElement): DrawnTask {
  const holder = extensionOf(element, 'zeebe:Properties');
  const properties = holder ? listOf(holder, 'properties') : [];
  const of = (name: string) =>
    textOf(
      properties.find((one) => one.name === name),
      'value',
    )?.trim() || null;
  const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '';
  return {
    id: element.id ?? '',
    name: textOf(element, 'name')?.trim() ?? '',
    form: of('form'),
    clocks:
      of('clocks')
        ?.split(',')
        .map((one) => one.trim()) ?? null,
    differentFrom: of('differentFrom'),
    groups: groups.startsWith('=') ? [] : groups.split(',').map((one) => one.trim()),
  };
}

function parsed<T>(content: Buffer | undefined): T | null {
  try {
    return content ? (JSON.parse(content.toString('utf8')) as T) : null;
  } catch {
    return null;
  }
}

function writeIfChanged(files: Map<string, Buffer>, path: string, value: unknown): void {
  const before = parsed<unknown>(files.get(path));
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  files.set(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'));
}
