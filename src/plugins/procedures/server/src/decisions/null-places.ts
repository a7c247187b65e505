// Owns where a decision has a null that somebody will ask about: a column, a result, a whole expression. Pure.
import type { DecisionReport } from '../engine/engine';
import type { DrawnDecision } from './decision-file';

/** Counts from 0. A column of a rule is a result; a column without a rule, what is looked at; neither, the expression. */
export interface NullPlace {
  decision: string;
  rule: number | null;
  column: number | null;
  expression: string;
}

export const placeKey = ({ decision, rule, column }: Omit<NullPlace, 'expression'>): string =>
  [decision, rule ?? '', column ?? ''].join(' ');

/** `isGiven`: the sample has the name, so that a null which is only this name needs no engine to be understood. */
export function nullPlaces(
  decisions: readonly DrawnDecision[],
  report: DecisionReport,
  deployed: (decision: string) => string,
  isGiven: (name: string) => boolean,
): NullPlace[] {
  const found = decisions.flatMap(({ id, table, text }): NullPlace[] => {
    const step = report.steps.find((one) => one.decision === deployed(id));
    if (!step) return [];
    if (text !== null)
      return step.output === null ? [{ decision: id, rule: null, column: null, expression: text }] : [];
    const columns = (table?.inputs ?? []).flatMap((input, column) => {
      const read = step.inputs.find((one) => one.id === input.id);
      return read?.value === null ? [{ decision: id, rule: null, column, expression: input.expression }] : [];
    });
    const results = step.rules.flatMap((taken) => {
      const rule = (table?.rules ?? []).findIndex((one) => one.id === taken.id);
      return (table?.outputs ?? []).flatMap((output, column) => {
        const given = taken.outputs.find((one) => one.id === output.id);
        const expression = table?.rules[rule]?.outputs[column]?.text ?? '';
        return given?.value === null ? [{ decision: id, rule, column, expression }] : [];
      });
    });
    return [...results, ...columns];
  });
  return found.filter(({ expression }) => expression !== '' && expression !== 'null' && !isGiven(expression));
}
