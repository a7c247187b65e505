// Owns which steps of a package call a connection.
import type { HttpTask } from '../../../shared/service-tasks-contract';
import { allFlowElements, textOf } from './model-elements';
import type { ReadPackage } from './read-package';
import { drawnServiceTask } from './service-task';

export interface CallingStep {
  file: string;
  element: string;
  name: string;
  task: HttpTask;
}

/** Of every model of the package. */
export const callingSteps = (read: ReadPackage): CallingStep[] =>
  [...read.models.values()]
    .filter((model) => model.kind === 'bpmn')
    .flatMap((model) => allFlowElements(model.definitions).map((element) => ({ file: model.path, element })))
    .flatMap(({ file, element }) => {
      const task = drawnServiceTask(element)?.task;
      if (task?.kind !== 'http') return [];
      const id = element.id ?? '';
      return [{ file, element: id, name: textOf(element, 'name') || id, task }];
    });
