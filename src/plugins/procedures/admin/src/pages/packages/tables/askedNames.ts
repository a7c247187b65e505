/** What somebody is asked for when a decision is tried: the names that it and the decisions that it needs look at. */
import type { DecisionNames } from '../../../../../shared/decisions-contract';
import type { ElementVariable } from '../../../../../shared/expressions-contract';
import type { Table } from '../../../../../shared/table-gaps';
import { withRequired } from '../../../../../shared/with-required';
import { saidIn } from '../modeler/expressions/sampleOf';
import type { DecisionTexts } from './readTables';

export interface AskedName {
  variable: ElementVariable;
  /** texts that the cells name for it */
  texts: string[];
}

const TEXT = /"((?:[^"\\]|\\.)*)"/g;

export function askedNames(
  decision: string,
  { decisions, tables, names }: { decisions: DecisionTexts[]; tables: Table[]; names: DecisionNames[] },
): AskedName[] {
  const within = withRequired(decisions, decision);
  const known = names.find(({ id }) => id === decision)?.variables ?? [];
  // A result of a decision that is needed is decided, not asked for.
  const decided = names.filter(({ id }) => within.some((one) => one.id === id)).flatMap(({ required }) => required);
  const asked = known.filter(({ name }) => !decided.some((one) => one.name === name));
  const said = saidIn(within.map(({ feel }) => feel).join('\n'), asked);
  const columns = tables.filter((table) => within.some(({ id }) => id === table.decision));
  return said.map((variable) => ({ variable, texts: textsFor(variable.name, columns) }));
}

const textsFor = (name: string, tables: Table[]): string[] => {
  const cells = tables.flatMap(({ inputs, rules }) =>
    inputs.flatMap(({ expression }, column) => (expression === name ? rules.map((rule) => rule[column] ?? '') : [])),
  );
  return [...new Set(cells.flatMap((cell) => [...cell.matchAll(TEXT)].map(([, text]) => text ?? '')))];
};
