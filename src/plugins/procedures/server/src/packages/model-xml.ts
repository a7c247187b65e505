// Owns the step between XML and model, for BPMN and DMN. Nobody else reads or writes model XML, and nobody edits it
// as text: a change is made on the objects, so that references follow.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { ProblemError } from '../problems/problem-error';

export type ModelKind = 'bpmn' | 'dmn';

export interface ModelWarning {
  message: string;
  element: string | null;
  /** The property whose reference leads nowhere, e.g. `bpmn:targetRef`. */
  property: string | null;
}

export interface Model {
  kind: ModelKind;
  path: string;
  definitions: ModdleElement;
  /** What the reader could not place: unresolved references, unknown elements. */
  warnings: ModelWarning[];
}

const moddleOf = (kind: ModelKind) => (kind === 'bpmn' ? new BpmnModdle({ zeebe }) : new DmnModdle());

/** Reads a model; throws a ProblemError that names the file when the XML is broken. */
export async function readModel(kind: ModelKind, path: string, content: Buffer): Promise<Model> {
  const xml = content.toString('utf8');
  try {
    const { rootElement, warnings } = await moddleOf(kind).fromXML(xml);
    return {
      kind,
      path,
      definitions: rootElement,
      warnings: warnings.map((warning) => ({
        message: warning.message,
        element: warning.element?.id ?? null,
        property: warning.property ?? null,
      })),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError({
      code: 'PACKAGE_MODEL_UNREADABLE',
      vi: `Tệp ${path} phải là một mô hình ${kind.toUpperCase()} đọc được, nhưng: ${reason}.`,
      en: `Expected ${path} to be a readable ${kind.toUpperCase()} model, but: ${reason}.`,
      detail: { file: path },
    });
  }
}

export async function writeModel(model: Model): Promise<Buffer> {
  const { xml } = await moddleOf(model.kind).toXML(model.definitions, { format: true });
  return Buffer.from(xml, 'utf8');
}

/** A new element of the model's language, e.g. `bpmn:SequenceFlow`. */
export function createElement(kind: ModelKind, type: string, attributes: Record<string, unknown> = {}): ModdleElement {
  return moddleOf(kind).create(type, attributes);
}
