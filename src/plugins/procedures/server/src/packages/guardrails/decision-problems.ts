// Owns the decisions that the law sets: what they ask, how they choose, their rules in order, and who asks them. More rules
// may follow behind; names, notes and ids of rows are nobody's loss.
import { allFlowElements, extensionOf, textOf } from '../model-elements';
import type { ReadPackage } from '../read-package';
import { attribute } from '../xml/attribute';
import type { XmlElement } from '../xml/xml-node';
import { decisionOf } from './decision-of';
import type { Forbid } from './guardrail-problem';

export function decisionProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  for (const guardrail of base.manifest.guardrails) {
    if (guardrail.kind !== 'decision') continue;
    const { decision, law } = guardrail;
    const file = decisionOf(base, decision)?.file ?? 'manifest.json';
    const isKept = changed.manifest.guardrails.some(
      (one) => one.kind === 'decision' && one.decision === decision && one.law === law,
    );
    if (!isKept)
      forbid(
        'guardrail-dropped',
        'manifest.json',
        decision,
        law,
        `Khóa pháp lý của bảng "${decision}" không được bỏ, căn cứ của nó không được đổi.`,
        `Expected the guardrail of decision "${decision}" to stay with its article, but it is gone or changed.`,
      );
    const [was, is] = [writtenOut(base, decision), writtenOut(changed, decision)];
    if (was && (!is || is.head !== was.head || was.rules.some((rule, at) => rule !== is.rules[at])))
      forbid(
        'decision-changed',
        file,
        decision,
        law,
        `Các quy tắc luật định của bảng "${decision}" không được đổi, bỏ hay xếp lại; chỉ được thêm quy tắc phía sau.`,
        `Expected the statutory rules of decision "${decision}" to stay as they are and in order; more may follow behind them.`,
      );
    const lost = asking(base, decision).find((id) => !asking(changed, decision).includes(id));
    if (lost)
      forbid(
        'decision-unasked',
        file,
        lost,
        law,
        `Bước "${lost}" phải còn hỏi bảng luật định "${decision}".`,
        `Expected step "${lost}" to go on asking the statutory decision "${decision}".`,
      );
  }
}

function writtenOut(pkg: ReadPackage, id: string): { head: string; rules: string[] } | null {
  const decision = decisionOf(pkg, id)?.element;
  if (!decision) return null;
  const table = decision.children.find((one) => one.local === 'decisionTable');
  const rules = (table?.children ?? []).filter((one) => one.local === 'rule').map(words);
  return { head: words(decision), rules };
}

const SAYING = ['hitPolicy', 'aggregation', 'href', 'typeRef'];
const NOTES = ['description', 'annotationEntry', 'annotation', 'rule', 'extensionElements'];

/** Text and what else decides, below it too; rules apart. */
function words(element: XmlElement): string {
  const said = SAYING.map((name) => attribute(element, name) ?? '');
  // The name of an output is what the answer is read by; others are words for people.
  if (element.local === 'output' || element.local === 'variable') said.push(attribute(element, 'name') ?? '');
  const inner = element.children.filter((one) => !NOTES.includes(one.local)).map(words);
  return `${element.local}[${said.join('|')}|${element.text.replace(/\s+/g, ' ').trim()}](${inner.join('')})`;
}

const asking = (pkg: ReadPackage, decision: string): string[] =>
  [...pkg.models.values()]
    .filter((model) => model.kind === 'bpmn')
    .flatMap((model) => allFlowElements(model.definitions))
    .flatMap((element) => {
      const called = extensionOf(element, 'zeebe:CalledDecision');
      return textOf(called, 'decisionId') === decision ? [`${element.id}`] : [];
    });
