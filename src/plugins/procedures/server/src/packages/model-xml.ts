// Owns the step between XML and model, for BPMN and DMN. Nobody else reads or writes model XML, and nobody edits it
// as text: a change is made on the objects, so that references follow.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { ProblemError } from '../problems/problem-error';
import { decodeXml } from './xml/decode-xml';
import { scanXml } from './xml/scan-xml';
import { schemaProblemsOf } from './xml/schema-problems-of';
import type { XmlElement, XmlProblem } from './xml/xml-node';

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
  /** The same as it stands in the file, with places. */
  xml: XmlElement;
  /** What the language's XML schema refuses. */
  schemaProblems: XmlProblem[];
}

/** What the engine reads and the modeler's list of its elements leaves out. */
const PUBLISH_MESSAGE = {
  name: 'PublishMessage',
  superClass: ['Element'],
  properties: ['correlationKey', 'messageId', 'timeToLive'].map((name) => ({ name, type: 'String', isAttr: true })),
};

/** Made once: to build the languages takes longer than to read a model. They keep nothing of what they read. */
const LANGUAGES = {
  bpmn: new BpmnModdle({ zeebe: { ...zeebe, types: [...zeebe.types, PUBLISH_MESSAGE] } }),
  dmn: new DmnModdle(),
};
const moddleOf = (kind: ModelKind) => LANGUAGES[kind];

/** Reads a model; throws a ProblemError that names the file when the XML is broken. */
export async function readModel(kind: ModelKind, path: string, content: Buffer): Promise<Model> {
  const decoded = decodeXml(content);
  const scanned = 'text' in decoded ? scanXml(decoded.text) : decoded;
  if ('problem' in scanned || !('text' in decoded))
    throw unreadable(kind, path, (scanned as { problem: XmlProblem }).problem);
  try {
    const { rootElement, warnings } = await moddleOf(kind).fromXML(decoded.text);
    return {
      xml: scanned.root,
      schemaProblems: schemaProblemsOf(scanned.root),
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
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw unreadable(kind, path, {
      rule: 'model-unreadable',
      element: null,
      vi: reason,
      en: reason,
      line: 1,
      column: 1,
    });
  }
}

const unreadable = (kind: ModelKind, path: string, problem: XmlProblem): ProblemError =>
  new ProblemError({
    code: 'PACKAGE_MODEL_UNREADABLE',
    vi: `Tệp ${path} phải là một mô hình ${kind.toUpperCase()} đọc được, nhưng tại dòng ${problem.line}, cột ${problem.column}: ${problem.vi}`,
    en: `Expected ${path} to be a readable ${kind.toUpperCase()} model, but at line ${problem.line}, column ${problem.column}: ${problem.en}`,
    detail: { file: path, problem },
  });

export async function writeModel(model: Model): Promise<Buffer> {
  const { xml } = await moddleOf(model.kind).toXML(model.definitions, { format: true });
  return Buffer.from(xml, 'utf8');
}

/** A new element of the model's language, e.g. `bpmn:SequenceFlow`. */
export function createElement(kind: ModelKind, type: string, attributes: Record<string, unknown> = {}): ModdleElement {
  return moddleOf(kind).create(type, attributes);
}
