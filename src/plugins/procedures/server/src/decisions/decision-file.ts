// decisions/ owns what people need to write a decision table that decides what they mean: the names that exist where it is
// asked (decision-names.ts), and the engine's own decision on a sample, told cell by cell (try-decision.ts).
//
// This file owns the decisions of one file as plain rows and texts.
import { elementOf, isA, listOf, textOf } from '../packages/model-elements';
import type { Model } from '../packages/model-xml';

interface Cell {
  id: string;
  text: string;
}
export interface DrawnTable {
  hitPolicy: string;
  inputs: { id: string; title: string; expression: string; expressionId: string }[];
  outputs: { id: string; title: string }[];
  rules: { id: string; about: string | null; cells: Cell[]; outputs: Cell[] }[];
}
export interface DrawnDecision {
  id: string;
  name: string;
  /** The name by which decisions that need it read its result. */
  knownAs: string;
  /** Ids of the decisions that it needs. */
  requires: string[];
  table: DrawnTable | null;
  /** The expression that it is, when it is no table. */
  text: string | null;
  element: ModdleElement;
}

export const decisionsOf = (model: Model): DrawnDecision[] =>
  listOf(model.definitions, 'drgElement')
    .filter((element) => isA(element, 'dmn:Decision') && Boolean(element.id))
    .map(drawn);

function drawn(element: ModdleElement): DrawnDecision {
  const id = element.id ?? '';
  const logic = elementOf(element, 'decisionLogic');
  return {
    id,
    name: textOf(element, 'name') || id,
    knownAs: textOf(elementOf(element, 'variable'), 'name') || id,
    requires: listOf(element, 'informationRequirement').flatMap((one) => {
      const href = textOf(elementOf(one, 'requiredDecision'), 'href');
      return href ? [href.replace(/^#/, '')] : [];
    }),
    table: isA(logic, 'dmn:DecisionTable') && logic ? tableOf(logic) : null,
    text: isA(logic, 'dmn:LiteralExpression') ? (textOf(logic, 'text') ?? '') : null,
    element,
  };
}

function tableOf(table: ModdleElement): DrawnTable {
  const policy = textOf(table, 'hitPolicy') ?? 'UNIQUE';
  const aggregation = textOf(table, 'aggregation');
  return {
    hitPolicy: aggregation ? `${policy} ${aggregation}` : policy,
    inputs: listOf(table, 'input').map((column) => {
      const read = elementOf(column, 'inputExpression');
      const expression = (textOf(read, 'text') ?? '').trim();
      const title = textOf(column, 'label') || expression;
      return { id: column.id ?? '', title, expression, expressionId: read?.id ?? '' };
    }),
    outputs: listOf(table, 'output').map((column) => ({
      id: column.id ?? '',
      title: textOf(column, 'label') || textOf(column, 'name') || '',
    })),
    rules: listOf(table, 'rule').map((rule) => ({
      id: rule.id ?? '',
      about: textOf(rule, 'description') || textOf(listOf(rule, 'annotationEntry')[0], 'text'),
      cells: listOf(rule, 'inputEntry').map(cellOf),
      outputs: listOf(rule, 'outputEntry').map(cellOf),
    })),
  };
}

const cellOf = (cell: ModdleElement): Cell => ({ id: cell.id ?? '', text: (textOf(cell, 'text') ?? '').trim() });
