// The example package as files in memory, for tests that read, change and rewrite it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../../../bpmn/vi-du');

export function exampleFiles(
  changes: Record<string, string | ((text: string) => string) | null> = {},
): Map<string, Buffer> {
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(FOLDER, file).split(path.sep).join('/'), readFileSync(file)];
    }),
  );
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) files.delete(name);
    else
      files.set(
        name,
        Buffer.from(typeof change === 'string' ? change : change(files.get(name)?.toString('utf8') ?? '')),
      );
  }
  return files;
}

/** Changes the manifest or the events as an object. */
export const changeJson =
  <T>(change: (value: T) => void) =>
  (text: string): string => {
    const value = JSON.parse(text) as T;
    change(value);
    return JSON.stringify(value);
  };
