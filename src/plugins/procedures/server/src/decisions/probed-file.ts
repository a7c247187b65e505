// Owns the file that the engine for trials is given instead of the one that is written: the same decisions under ids that
// nobody else's work there has, and beside each table a second one that tells which of its cells hold. In that one every
// cell is a rule of its own and every rule that holds is reported, so that the verdict on a cell is the engine's.
import { createHash } from 'node:crypto';
import { elementOf, listOf, textOf } from '../packages/model-elements';
import { createElement, readModel, writeModel } from '../packages/model-xml';
import { nameRequiredDecisions, renameDmn } from '../packages/rewrite-dmn';
import { type DrawnDecision, decisionsOf } from './decision-file';

/** A larger table is decided all the same, only not told cell by cell. */
const MOST_CELLS = 2_000;
const ANYTHING = ['', '-'];

export interface ProbedFile {
  name: string;
  content: Buffer;
  decisions: DrawnDecision[];
  /** The id in the engine. */
  deployed(decision: string): string;
  /** What the engine says of its ids, said of the file's. */
  plain(said: string): string;
  /** The second table of a decision; null: it has none. */
  probe(decision: string): string | null;
  /** The id of the rule that stands for a cell. */
  probeRule(decision: string, rule: number, column: number): string;
}

/** `content` is a file that the engine takes. */
export async function probedFile(path: string, content: Buffer): Promise<ProbedFile> {
  const model = await readModel('dmn', path, content);
  const written = decisionsOf(model);
  const mark = `thu_${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
  const deployed = (decision: string) => `${mark}_${decision}`;
  nameRequiredDecisions(model);
  renameDmn(model, (_kind, name) => deployed(name));
  const probeRule = (decision: string, rule: number, column: number) =>
    `${mark}_o_${written.findIndex((one) => one.id === decision)}_${rule}_${column}`;
  const probes = new Map<string, string>();
  for (const [at, decision] of written.entries()) {
    const { table } = decision;
    if (!table || table.rules.length * table.inputs.length > MOST_CELLS) continue;
    const cells = table.rules.flatMap(({ cells: row }, rule) =>
      row.flatMap(({ text }, column) => (ANYTHING.includes(text) ? [] : [{ rule, column }])),
    );
    if (cells.length === 0) continue;
    const id = `${mark}_o_${at}`;
    const probe = probeOf(decision.element, id, cells, (rule, column) => probeRule(decision.id, rule, column));
    probe.$parent = model.definitions;
    listOf(model.definitions, 'drgElement').push(probe);
    probes.set(decision.id, id);
  }
  return {
    name: `${mark}.dmn`,
    content: await writeModel(model),
    decisions: written,
    deployed,
    plain: (said) => said.replaceAll(`${mark}_`, ''),
    probe: (decision) => probes.get(decision) ?? null,
    probeRule,
  };
}

const make = (type: string, attributes: Record<string, unknown> = {}) =>
  createElement('dmn', `dmn:${type}`, attributes);

function copied(type: 'LiteralExpression' | 'UnaryTests', of: ModdleElement | null | undefined): ModdleElement {
  const expressionLanguage = textOf(of, 'expressionLanguage');
  return make(type, { text: textOf(of, 'text') ?? '', ...(expressionLanguage ? { expressionLanguage } : {}) });
}

function probeOf(
  decision: ModdleElement,
  id: string,
  cells: { rule: number; column: number }[],
  ruleId: (rule: number, column: number) => string,
): ModdleElement {
  const table = elementOf(decision, 'decisionLogic') as ModdleElement;
  const columns = listOf(table, 'input');
  const rules = listOf(table, 'rule');
  // Copies: an id may stand only once in a file.
  const needs = (type: string, reference: string) =>
    listOf(decision, `${type[0]?.toLowerCase()}${type.slice(1)}`).flatMap((one) => {
      const href = textOf(elementOf(one, reference), 'href');
      return href ? [make(type, { [reference]: make('DMNElementReference', { href }) })] : [];
    });
  return make('Decision', {
    id,
    name: id,
    informationRequirement: [
      ...needs('InformationRequirement', 'requiredDecision'),
      ...needs('InformationRequirement', 'requiredInput'),
    ],
    knowledgeRequirement: needs('KnowledgeRequirement', 'requiredKnowledge'),
    decisionLogic: make('DecisionTable', {
      hitPolicy: 'COLLECT',
      // The engine breaks off over a column that has no id.
      input: columns.map((column, at) =>
        make('InputClause', {
          id: `${id}_vao_${at}`,
          inputExpression: copied('LiteralExpression', elementOf(column, 'inputExpression')),
        }),
      ),
      output: [make('OutputClause', { id: `${id}_ra`, name: 'holds' })],
      rule: cells.map(({ rule, column }) =>
        make('DecisionRule', {
          id: ruleId(rule, column),
          inputEntry: columns.map((_column, at) =>
            at === column
              ? copied('UnaryTests', listOf(rules[rule] as ModdleElement, 'inputEntry')[column])
              : make('UnaryTests', { text: '-' }),
          ),
          outputEntry: [make('LiteralExpression', { text: 'true' })],
        }),
      ),
    }),
  });
}
