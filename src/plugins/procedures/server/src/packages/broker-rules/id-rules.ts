// Owns what the broker cannot even load: it keeps every process and flow element by its id.
import { flowElementsOf, processesOf } from '../model-elements';
import type { BrokerView } from './broker-view';

export function idRules(view: BrokerView): void {
  const executable = processesOf(view.model.definitions).filter((process) => process.isExecutable === true);
  for (const element of executable.flatMap((process) => [process, ...flowElementsOf(process)])) {
    if (
      element.id ||
      ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'].includes(element.$type)
    )
      continue;
    view.refuse(
      element,
      'id-missing',
      `Phần tử ${element.$type} phải có mã.`,
      `Expected ${element.$type} to have an id, but it has none.`,
    );
  }
}
