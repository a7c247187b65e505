// Owns the names that a version's drawing gives its elements: what was renamed since is told by them.
import { allFlowElements, textOf } from '../packages/model-elements';
import type { ReadPackage } from '../packages/read-package';

export function drawnNames({ models }: ReadPackage): Map<string, string> {
  const names = new Map<string, string>();
  for (const model of models.values()) {
    if (model.kind !== 'bpmn') continue;
    for (const element of allFlowElements(model.definitions))
      if (element.id) names.set(element.id, textOf(element, 'name')?.trim() ?? '');
  }
  return names;
}
