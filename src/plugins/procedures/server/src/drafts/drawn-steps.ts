// Owns what the modeler writes into a drawing besides its shapes: steps for people and waits for a reply, with the
// properties (form, clocks, documents, differentFrom, variables, block) that the manifest and the events learn from.
import {
  allFlowElements,
  elementOf,
  eventDefinitionsOf,
  extensionOf,
  listOf,
  textOf,
} from '../packages/model-elements';
import { readSharedModel } from '../packages/read-shared-model';
import { ProblemError } from '../problems/problem-error';

export interface DrawnStep {
  id: string;
  name: string;
  /** A user task; else a wait for a message. */
  isTask: boolean;
  /** The message that is waited for. */
  message: string | null;
  form: string | null;
  clocks: string[] | null;
  documents: string[] | null;
  differentFrom: string | null;
  /** As text: variables that the step gives to the paths behind it. */
  variables: string | null;
  /** The building block that it was drawn from. */
  block: string | null;
  groups: string[];
}

/** Of all models of the files; null when one cannot be read. */
export async function drawnSteps(files: ReadonlyMap<string, Buffer>): Promise<DrawnStep[] | null> {
  const steps: DrawnStep[] = [];
  for (const [path, content] of files) {
    if (!path.endsWith('.bpmn')) continue;
    try {
      const { definitions } = await readSharedModel('bpmn', path, content);
      steps.push(...allFlowElements(definitions).flatMap(drawnStep));
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
  return steps;
}

function drawnStep(element: ModdleElement): DrawnStep[] {
  const isTask = element.$type === 'bpmn:UserTask';
  const message = isTask ? null : awaitedMessage(element);
  if (!isTask && message === null) return [];
  const holder = extensionOf(element, 'zeebe:Properties');
  const properties = holder ? listOf(holder, 'properties') : [];
  const written = (name: string) =>
    textOf(
      properties.find((one) => one.name === name),
      'value',
    );
  const of = (name: string) => written(name)?.trim() || null;
  /** Written and empty is none; not written is as the manifest says. */
  const listed = (name: string) =>
    written(name)
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean) ?? null;
  const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '';
  return [
    {
      id: element.id ?? '',
      name: textOf(element, 'name')?.trim() ?? '',
      isTask,
      message,
      form: of('form'),
      clocks: listed('clocks'),
      documents: listed('documents'),
      differentFrom: written('differentFrom')?.trim() ?? null,
      variables: of('variables'),
      block: of('block'),
      groups: groups.startsWith('=') ? [] : groups.split(',').map((one) => one.trim()),
    },
  ];
}

function awaitedMessage(element: ModdleElement): string | null {
  const isWait = ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', 'bpmn:ReceiveTask', 'bpmn:StartEvent'];
  if (!isWait.includes(element.$type)) return null;
  const names = [element, ...eventDefinitionsOf(element)].map((one) => textOf(elementOf(one, 'messageRef'), 'name'));
  return names.find((name) => name !== null) ?? null;
}
