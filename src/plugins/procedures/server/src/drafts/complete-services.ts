// Owns what the manifest learns from a drawn step that the platform does itself: the groups that it tells, and the variables
// that take what another system answers. They are kept with the case's facts, and computed from there ever after.

import { allFlowElements } from '../packages/model-elements';
import { readSharedModel } from '../packages/read-shared-model';
import { drawnServiceTask } from '../packages/service-task';
import type { Manifest } from '../packages/types';
import { completeGroups } from './complete-groups';
import type { KnownGroup } from './known-group';

/** Called once all models are known to be readable. */
export async function completeServices(
  manifest: Manifest,
  files: ReadonlyMap<string, Buffer>,
  groups: readonly KnownGroup[],
): Promise<void> {
  for (const [path, content] of files) {
    if (!path.endsWith('.bpmn')) continue;
    const { definitions } = await readSharedModel('bpmn', path, content);
    for (const element of allFlowElements(definitions)) {
      const task = drawnServiceTask(element)?.task;
      if (task?.kind === 'notify' && !task.to.startsWith('=')) {
        const named = task.to.split(',').map((one) => one.trim());
        completeGroups(manifest, named, groups);
      }
      for (const { name, type, title } of task?.kind === 'http' ? task.result : []) {
        if (manifest.variables.some((one) => one.name === name)) continue;
        const words = title?.trim() || name;
        manifest.variables.push({ name, type, from: `=facts.${name}`, title: { vi: words, en: words } });
      }
    }
  }
}
