// Owns the verdict on one model or form by itself: what the engine would say at deployment, and what the platform refuses
// besides. Whatever the bytes are, the answer is a verdict with a place, never a throw.

import { ProblemError } from '../../problems/problem-error';
import { findBrokerProblems } from '../broker-rules/find-broker-problems';
import { readModel } from '../model-xml';
import { decodeXml } from '../xml/decode-xml';
import { withReadableIds } from '../xml/readable-ids';
import { scanXml } from '../xml/scan-xml';
import { schemaNamespaces, schemaProblemsOf } from '../xml/schema-problems-of';
import type { XmlElement } from '../xml/xml-node';
import { checkDmn } from './check-dmn';
import { checkForm } from './check-form';
import { elementsById, type LooseProblem, problemAt } from './loose-problem';
import { platformProblems, unknownFunctions } from './platform-problems';

export type LooseKind = 'bpmn' | 'dmn' | 'form';

export interface FileVerdict {
  /** Refused when anybody refuses it. */
  verdict: 'accepted' | 'refused';
  /** What the engine alone would say. */
  engine: 'accepted' | 'refused';
  problems: LooseProblem[];
}

/** The engine takes no message above 4 MiB; the command around the file takes some of it. */
const MAX_BYTES = 4 * 1024 * 1024 - 1024;
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

export const looseKindOf = (name: string): LooseKind | null => {
  const ending = /\.(bpmn|xml|dmn|form)$/.exec(name)?.[1];
  return ending === 'xml' ? 'bpmn' : ((ending as LooseKind | undefined) ?? null);
};

export async function checkFile(kind: LooseKind, bytes: Uint8Array): Promise<FileVerdict> {
  try {
    return verdictOf(await problemsOf(kind, bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return verdictOf([
      whole(
        'platform',
        'file-unreadable',
        `Không kiểm tra được tệp: ${reason}.`,
        `Expected a file that can be checked, but: ${reason}.`,
      ),
    ]);
  }
}

async function problemsOf(kind: LooseKind, bytes: Uint8Array): Promise<LooseProblem[]> {
  if (bytes.length > MAX_BYTES) {
    return [
      whole(
        'engine',
        'file-size',
        `Tệp lớn hơn ${MAX_BYTES} byte; bộ máy không nhận.`,
        `Expected at most ${MAX_BYTES} bytes, which the engine takes, but there are ${bytes.length}.`,
      ),
    ];
  }
  if (kind === 'form') return checkForm(bytes);
  const decoded = decodeXml(bytes);
  const scanned = 'text' in decoded ? scanXml(decoded.text) : decoded;
  if ('problem' in scanned) return [{ ...scanned.problem, source: 'engine' }];
  const { root } = scanned as { root: XmlElement };
  const isOfKind = (root.namespace === BPMN) === (kind === 'bpmn') && schemaNamespaces().includes(root.namespace ?? '');
  const schema = isOfKind ? schemaProblemsOf(root) : schemaProblemsOf({ ...root, namespace: null });
  if (schema.length === 0 && root.local !== 'definitions') {
    schema.push(
      problemAt(
        root,
        'xml-root',
        'Gốc của mô hình phải là definitions.',
        'Expected the root to be definitions, but it is not.',
      ),
    );
  }
  if (schema.length > 0) return schema.map((one) => ({ ...one, source: 'engine' }));
  if (kind === 'dmn') {
    const found: LooseProblem[] = [];
    const problems = checkDmn(root, (element, calls) => void found.push(...unknownFunctions('dmn', element, calls)));
    return [...problems, ...found];
  }
  return checkBpmn(root, bytes, (decoded as { text: string }).text);
}

async function checkBpmn(root: XmlElement, bytes: Uint8Array, text: string): Promise<LooseProblem[]> {
  const places = elementsById(root);
  try {
    const readable = withReadableIds(text, root);
    const content = readable.text === text ? bytes : Buffer.from(readable.text.replace(/^<\?xml[^>]*\?>/, ''));
    const model = await readModel('bpmn', 'm.bpmn', Buffer.from(content));
    const engine = findBrokerProblems(model).map(({ code, element, vi, en }): LooseProblem => {
      const id = element === null ? null : readable.originalOf(element);
      const { line, column } = places.get(id ?? '') ?? root;
      return { source: 'engine', rule: code, element: id, vi, en, line, column };
    });
    return [...engine, ...platformProblems(root)];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [whole('platform', 'model-unreadable', error.vi, error.en)];
  }
}

const whole = (source: LooseProblem['source'], rule: string, vi: string, en: string): LooseProblem => ({
  source,
  rule,
  element: null,
  vi,
  en,
  line: 1,
  column: 1,
});

function verdictOf(problems: LooseProblem[]): FileVerdict {
  const engine = problems.some((one) => one.source === 'engine') ? 'refused' : 'accepted';
  return { verdict: problems.length > 0 ? 'refused' : 'accepted', engine, problems };
}
