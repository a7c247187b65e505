// Owns what a drawn step needs besides its shape: the entry in the manifest, the event that it is, the group that may do
// it, the documents that are offered after it. The modeler writes the choices as properties of the step; this pure step
// carries them into manifest.json and events.json, and takes out what points to a step that is gone. So undoing a drawing
// undoes them too. Files that cannot be read are left as they are: the check says so.
import { BLOCKS_FILE, readBlocks } from '../packages/read-blocks';
import type { ReadPackage } from '../packages/read-package';
import type { EventsFile, Manifest } from '../packages/types';
import { completeEvents } from './complete-events';
import { completeManifest } from './complete-manifest';
import { completeServices } from './complete-services';
import { drawnNames } from './drawn-names';
import { drawnSteps } from './drawn-steps';
import type { KnownGroup } from './known-group';

export async function completePackage(
  files: ReadonlyMap<string, Buffer>,
  groups: readonly KnownGroup[],
  /** in force: a step that is called there as in the drawing was not renamed */
  inForce?: ReadPackage,
): Promise<Map<string, Buffer>> {
  const completed = new Map(files);
  const manifest = parsed<Manifest>(files.get('manifest.json'));
  const eventsFile = parsed<EventsFile>(files.get('events.json'));
  const steps = await drawnSteps(files);
  if (!manifest?.elements || !Array.isArray(eventsFile?.events) || !steps) return completed;
  eventsFile.events = completeEvents(eventsFile.events, steps, readBlocks(files.get(BLOCKS_FILE)).blocks);
  const before = inForce ? drawnNames(inForce) : new Map<string, string>();
  completeManifest(manifest, steps, { groups, events: eventsFile.events, files, before });
  await completeServices(manifest, files, groups);
  writeIfChanged(completed, 'manifest.json', manifest);
  writeIfChanged(completed, 'events.json', eventsFile);
  return completed;
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
