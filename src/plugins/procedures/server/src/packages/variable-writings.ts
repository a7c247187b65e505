// Owns what an element of a drawing writes into variables, as it says it: input and output mappings, the results of a
// decision, a script or a call, and what a loop hands in and gathers.

import { elementOf, extensionOf, listOf, textOf } from './model-elements';
import { drawnServiceTask } from './service-task';

export interface VariableWriting {
  /** The variable, of which perhaps only a part is written. */
  name: string;
  by: 'MAPPING' | 'RESULT' | 'ANSWER' | 'LOOP';
  /** All that the drawing says of it. */
  said: string;
}

const named = (target: string | null, by: VariableWriting['by'], said: string): VariableWriting[] =>
  target ? [{ name: target.split('.')[0] ?? target, by, said: `${target} ${said}`.replace(/\s+/g, ' ').trim() }] : [];

export function variableWritings(element: ModdleElement): VariableWriting[] {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const mapped = (property: string) =>
    (mapping ? listOf(mapping, property) : []).flatMap((one) =>
      named(textOf(one, 'target'), 'MAPPING', `${property} ${textOf(one, 'source')}`),
    );
  const decision = extensionOf(element, 'zeebe:CalledDecision');
  const script = extensionOf(element, 'zeebe:Script');
  const repeated = elementOf(element, 'loopCharacteristics');
  const loop = repeated && extensionOf(repeated, 'zeebe:LoopCharacteristics');
  const task = drawnServiceTask(element)?.task;
  return [
    ...mapped('inputParameters'),
    ...mapped('outputParameters'),
    ...named(textOf(decision, 'resultVariable'), 'RESULT', `${textOf(decision, 'decisionId')}`),
    ...named(textOf(script, 'resultVariable'), 'RESULT', `${textOf(script, 'expression')}`),
    ...(task?.kind === 'http' ? task.result : []).flatMap((one) =>
      named(one.name, 'ANSWER', `${one.path} ${one.type}`),
    ),
    ...named(textOf(loop, 'inputElement'), 'LOOP', `${textOf(loop, 'inputCollection')}`),
    ...named(textOf(loop, 'outputCollection'), 'LOOP', `${textOf(loop, 'outputElement')}`),
  ];
}
