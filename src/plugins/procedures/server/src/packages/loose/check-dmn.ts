// Owns what the engine demands of a DMN file that fits its schema (dmn-engine 1.9.0): no circles, logic that it knows, and
// FEEL that it can read in every cell.
import { readExpression, readUnaryTests } from '../broker-feel/read-broker-feel';
import { attribute } from '../xml/attribute';
import { everyElement } from '../xml/every-element';
import type { XmlElement } from '../xml/xml-node';
import { circles, type Refuse, requirementKinds } from './dmn-requirements';
import { childOf, childrenOf, elementsById, type LooseProblem, problemAt } from './loose-problem';

const FEEL =
  /^(feel|http:\/\/www\.omg\.org\/spec\/feel\/20140401|https?:\/\/www\.omg\.org\/spec\/dmn\/(20180521|20191111|20211108)\/feel\/|https:\/\/www\.omg\.org\/spec\/dmn\/20230324\/(model|feel)\/)$/;
const LOGIC = ['decisionTable', 'invocation', 'context', 'relation', 'list', 'literalExpression', 'functionDefinition'];

/** What a FEEL text of the file calls, for those who ask after functions. */
export type OnFeel = (element: XmlElement, calls: string[]) => void;

export function checkDmn(root: XmlElement, onFeel: OnFeel = () => {}): LooseProblem[] {
  const problems: LooseProblem[] = [];
  const refuse: Refuse = (element, rule, vi, en) =>
    void problems.push({ ...problemAt(element, rule, vi, en), source: 'engine' });
  const reader = new LogicReader(root, refuse, onFeel);
  const decisions = childrenOf(root, 'decision');
  const models = childrenOf(root, 'businessKnowledgeModel');
  const byId = elementsById(root);
  if (!attribute(root, 'id')) {
    refuse(root, 'dmn-id', 'Tệp DMN phải có mã (id).', 'Expected the definitions to have an id, but they have none.');
  }
  if (attribute(root, 'namespace') === '') {
    refuse(
      root,
      'dmn-namespace',
      'Không gian tên (namespace) không được để trống.',
      'Expected a namespace, but it is empty.',
    );
  }
  for (const named of [root, ...decisions]) {
    if (attribute(named, 'name') === '') {
      refuse(named, 'dmn-name', 'Tên không được để trống.', 'Expected a name, but it is empty.');
    }
  }
  circles(decisions, 'informationRequirement', 'requiredDecision', refuse);
  circles(models, 'knowledgeRequirement', 'requiredKnowledge', refuse);
  for (const decision of decisions) {
    requirementKinds(byId, decision, refuse);
    if (!attribute(decision, 'id')) {
      refuse(
        decision,
        'dmn-id',
        'Quyết định phải có mã (id).',
        'Expected the decision to have an id, but it has none.',
      );
    }
    reader.read(logicOf(decision), decision);
  }
  for (const model of models) {
    const logic = childOf(model, 'encapsulatedLogic');
    if (logic) reader.read(logicOf(logic), model);
  }
  return problems;
}

const logicOf = (holder: XmlElement): XmlElement | null =>
  holder.children.find((child) => LOGIC.includes(child.local) && child.namespace === holder.namespace) ?? null;

class LogicReader {
  readonly #names: string[];

  constructor(
    readonly root: XmlElement,
    readonly refuse: Refuse,
    readonly onFeel: OnFeel,
  ) {
    this.#names = namesToEscape(root);
  }

  read(logic: XmlElement | null, holder: XmlElement): void {
    if (logic?.local === 'decisionTable') this.#table(logic);
    else if (logic?.local === 'literalExpression') this.#feel(logic, true);
    else if (logic?.local === 'context')
      for (const entry of childrenOf(logic, 'contextEntry')) this.read(logicOf(entry), entry);
    else if (logic?.local === 'list')
      for (const one of logic.children.filter((child) => LOGIC.includes(child.local))) this.read(one, logic);
    else if (logic?.local === 'relation') this.#relation(logic);
    else if (logic?.local === 'functionDefinition' && holder.local !== 'decision')
      this.read(childOf(logic, 'literalExpression'), logic);
    else if (logic?.local === 'invocation') this.#invocation(logic);
    else
      this.refuse(
        holder,
        'dmn-logic',
        'Quyết định phải có bảng hoặc biểu thức mà bộ máy biết.',
        'Expected a table or expression that the engine knows, but there is none.',
      );
  }

  #relation(relation: XmlElement): void {
    const columns = childrenOf(relation, 'column').length;
    for (const row of childrenOf(relation, 'row')) {
      const cells = row.children.filter((child) => LOGIC.includes(child.local));
      if (cells.length !== columns)
        this.refuse(
          row,
          'dmn-row',
          `Dòng phải có ${columns} ô.`,
          `Expected ${columns} cells in the row, but there are ${cells.length}.`,
        );
      for (const cell of cells) this.read(cell, row);
    }
  }

  #invocation(invocation: XmlElement): void {
    const called = childOf(childOf(invocation, 'literalExpression'), 'text')?.text.trim();
    const known = childrenOf(this.root, 'businessKnowledgeModel').some((model) => attribute(model, 'name') === called);
    if (!called || !known)
      this.refuse(
        invocation,
        'dmn-invocation',
        'Không có hàm nghiệp vụ được gọi.',
        'Expected the invoked business knowledge model in the file, but there is none.',
      );
    for (const binding of childrenOf(invocation, 'binding'))
      this.#feel(childOf(binding, 'literalExpression') ?? binding, true);
  }

  #table(table: XmlElement): void {
    const outputs = childrenOf(table, 'output');
    const inputs = childrenOf(table, 'input');
    if (outputs.length > 1 && attribute(table, 'hitPolicy') === 'COLLECT' && attribute(table, 'aggregation')) {
      this.refuse(
        table,
        'dmn-hit-policy',
        'COLLECT có tổng hợp chỉ dùng cho một cột kết quả.',
        'Expected one output with an aggregating COLLECT, but there are more.',
      );
    }
    for (const output of outputs) {
      if (outputs.length > 1 && attribute(output, 'name') === null) {
        this.refuse(
          output,
          'dmn-output-name',
          'Cột kết quả phải có tên.',
          'Expected every output to have a name, but one has none.',
        );
      }
      const preset = childOf(output, 'defaultOutputEntry');
      if (preset) this.#feel(preset, true);
    }
    for (const input of inputs) {
      const expression = childOf(input, 'inputExpression');
      if (expression) this.#feel(expression, true);
      else
        this.refuse(
          input,
          'dmn-input',
          'Cột đầu vào phải có biểu thức.',
          'Expected the input to have an expression, but it has none.',
        );
    }
    for (const rule of childrenOf(table, 'rule')) {
      for (const cell of childrenOf(rule, 'inputEntry')) this.#feel(cell, false);
      for (const cell of childrenOf(rule, 'outputEntry')) this.#feel(cell, true);
    }
  }

  #feel(holder: XmlElement, isExpression: boolean): void {
    const text = childOf(holder, 'text');
    if (!text) {
      this.refuse(holder, 'dmn-empty', 'Ô phải có biểu thức.', 'Expected an expression, but there is none.');
      return;
    }
    const language = attribute(holder, 'expressionLanguage')?.trim();
    if (language && !FEEL.test(language.toLowerCase())) {
      this.refuse(
        holder,
        'dmn-language',
        `Ngôn ngữ "${language}" không được hỗ trợ.`,
        `Expected FEEL, but the language is "${language}".`,
      );
      return;
    }
    const written = text.text.trim();
    if (!isExpression && written === '') return;
    const escaped = this.#names.reduce(
      (whole, name) => whole.replace(new RegExp(`([(,.]|\\s|^)(${name})([(),.]|\\s|$)`, 'g'), '$1`$2`$3'),
      written,
    );
    const read = isExpression ? readExpression(escaped) : readUnaryTests(escaped);
    if (read.readable) this.onFeel(holder, read.calls);
    else
      this.refuse(
        text,
        'feel-syntax',
        `«${written}» sai cú pháp FEEL của bộ máy ở ký tự ${read.at}.`,
        `Expected FEEL as the engine reads it, but "${written}" has a syntax error at character ${read.at}.`,
      );
  }
}

/** Names with a space or a dash are put between backticks before an expression is read. */
function namesToEscape(root: XmlElement): string[] {
  const names = new Set<string>();
  for (const element of everyElement(root)) {
    const name = attribute(element, 'name');
    const isItem = [
      'variable',
      'parameter',
      'formalParameter',
      'itemDefinition',
      'itemComponent',
      'informationItem',
    ].includes(element.local);
    if (isItem && name && /[ -]/.test(name)) names.add(name);
  }
  const readable = [...names].filter((name) => {
    try {
      return Boolean(new RegExp(name));
    } catch {
      return false;
    }
  });
  return readable.sort((a, b) => b.length - a.length);
}
