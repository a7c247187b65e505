/** Folders that are gone after the tests of the file. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders = [];

export function tempFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'local-services-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});
