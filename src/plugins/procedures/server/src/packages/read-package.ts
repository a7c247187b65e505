// Owns reading: from files to a package whose manifest and events fit their schemas and whose models and forms parse.
// What the parts say of each other is for check-package to judge.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../problems/problem-error';
import { hashFiles } from './hash-files';
import type { Model } from './model-xml';
import { readSharedModel } from './read-shared-model';
import { schemaProblems } from './schema-problems';
import type { EventDefinition, EventsFile, FormSchema, Manifest, PackageFile, PackageFileKind } from './types';

export interface ReadPackage {
  id: string;
  version: string;
  manifest: Manifest;
  events: EventDefinition[];
  files: PackageFile[];
  /** BPMN and DMN models by path. Shared: do not change them. */
  models: Map<string, Model>;
  /** Forms by name: the file's name without `.form`. */
  forms: Map<string, FormSchema>;
  /** SHA-256 over the sorted files. */
  contentHash: string;
}

const MAX_FILES = 2000;
const MAX_BYTES = 32 * 1024 * 1024;

/** Reads a package from its files, by path inside the package (`manifest.json`, `scenarios/a.json`). */
export async function readPackage(files: ReadonlyMap<string, Buffer>): Promise<ReadPackage> {
  refuseOddFiles(files);
  const manifest = readJson<Manifest>(files, 'manifest.json');
  refuseUnlessFits('manifest.json', 'manifest', manifest);
  const eventsFile = readJson<EventsFile>(files, 'events.json');
  refuseUnlessFits('events.json', 'events', eventsFile);

  const models = new Map<string, Model>();
  const forms = new Map<string, FormSchema>();
  for (const [name, content] of files) {
    const kind = kindOf(name);
    if (kind === 'bpmn' || kind === 'dmn') models.set(name, await readSharedModel(kind, name, content));
    if (kind === 'form') forms.set(path.posix.basename(name, '.form'), readForm(files, name));
    if (kind === 'scenario') readJson<unknown>(files, name);
  }
  return {
    id: manifest.id,
    version: manifest.version,
    manifest,
    events: eventsFile.events,
    files: [...files].map(([name, content]) => ({ path: name, kind: kindOf(name), content })),
    models,
    forms,
    contentHash: hashFiles(files),
  };
}

/** Reads a package from its folder on disk. Dot files are left out. */
export async function readPackageFolder(folder: string): Promise<ReadPackage> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const absolute = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    if (entry.isFile() && !relative.split('/').some((part) => part.startsWith('.'))) {
      files.set(relative, await fs.readFile(absolute));
    }
  }
  return readPackage(files);
}

export function kindOf(name: string): PackageFileKind {
  if (name === 'manifest.json') return 'manifest';
  if (name === 'events.json') return 'events';
  if (name.endsWith('.bpmn')) return 'bpmn';
  if (name.endsWith('.dmn')) return 'dmn';
  if (name.endsWith('.form')) return 'form';
  if (name.startsWith('scenarios/') && name.endsWith('.json')) return 'scenario';
  if (name.startsWith('documents/')) return 'document';
  return 'other';
}

function readJson<T>(files: ReadonlyMap<string, Buffer>, name: string): T {
  const content = files.get(name);
  if (!content) {
    throw new ProblemError({
      code: 'PACKAGE_FILE_MISSING',
      vi: `Bộ quy trình phải có tệp ${name}, nhưng không thấy. Hãy thêm tệp này.`,
      en: `Expected the package to have a file ${name}, but there is none. Add it.`,
      detail: { file: name },
    });
  }
  try {
    return JSON.parse(content.toString('utf8')) as T;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError({
      code: 'PACKAGE_JSON_UNREADABLE',
      vi: `Tệp ${name} phải là JSON đúng cú pháp, nhưng: ${reason}.`,
      en: `Expected ${name} to be well-formed JSON, but: ${reason}.`,
      detail: { file: name },
    });
  }
}

function readForm(files: ReadonlyMap<string, Buffer>, name: string): FormSchema {
  const form = readJson<FormSchema>(files, name);
  if (!form || typeof form !== 'object' || !Array.isArray(form.components)) {
    throw new ProblemError({
      code: 'PACKAGE_FORM_UNREADABLE',
      vi: `Tệp ${name} phải là biểu mẫu form-js có danh sách "components", nhưng không có.`,
      en: `Expected ${name} to be a form-js schema with a list "components", but it has none.`,
      detail: { file: name },
    });
  }
  return form;
}

function refuseUnlessFits(file: string, schema: 'manifest' | 'events', value: unknown): void {
  const problems = schemaProblems(schema, value);
  if (problems.length === 0) return;
  const [first] = problems;
  throw new ProblemError({
    code: 'PACKAGE_SCHEMA',
    vi: `Tệp ${file} phải theo lược đồ của nó, nhưng tại ${first.place}: ${first.message} (${problems.length} lỗi).`,
    en: `Expected ${file} to fit its schema, but at ${first.place}: ${first.message} (${problems.length} in all).`,
    detail: { file, problems },
  });
}

function refuseOddFiles(files: ReadonlyMap<string, Buffer>): void {
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const odd = [...files.keys()].find(
    (name) => name.startsWith('/') || name.includes('\\') || /(^|\/)\.\.?(\/|$)/.test(name),
  );
  if (odd === undefined && files.size <= MAX_FILES && bytes <= MAX_BYTES) return;
  throw new ProblemError({
    code: 'PACKAGE_FILES_REFUSED',
    vi: `Bộ quy trình phải có tối đa ${MAX_FILES} tệp, ${MAX_BYTES} byte và đường dẫn nằm trong gói, nhưng có ${files.size} tệp, ${bytes} byte${odd ? `, đường dẫn "${odd}"` : ''}.`,
    en: `Expected at most ${MAX_FILES} files, ${MAX_BYTES} bytes and paths inside the package, but found ${files.size} files, ${bytes} bytes${odd ? `, path "${odd}"` : ''}.`,
    detail: { file: odd ?? null },
  });
}
