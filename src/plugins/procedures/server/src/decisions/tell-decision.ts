// Owns how a decision came about, rule by rule and cell by cell, out of what the engine reported. Pure.
import type { DecidedOne, DecidedRule, MissedCell } from '../../../shared/decisions-contract';
import type { ExpressionWarning } from '../../../shared/expressions-contract';
import type { DecisionReport, DecisionStep } from '../engine/engine';
import { valueType } from '../expressions/value-type';
import { cellHint } from './cell-hint';
import type { DrawnDecision, DrawnTable } from './decision-file';
import { type NullPlace, placeKey } from './null-places';
import type { ProbedFile } from './probed-file';

export interface Telling {
  file: ProbedFile;
  report: DecisionReport;
  /** By the decision whose cells it tells. */
  probes: ReadonlyMap<string, DecisionReport | null>;
  /** By place (null-places.ts). */
  whys: ReadonlyMap<string, ExpressionWarning[]>;
  known: readonly string[];
}

/** null: the engine did not come to it. */
export function tellDecision(telling: Telling, decision: DrawnDecision): DecidedOne | null {
  const { file, report } = telling;
  const step = report.steps.find((one) => one.decision === file.deployed(decision.id));
  if (!step) return null;
  const { id, name, table, text } = decision;
  const why = (place: Omit<NullPlace, 'expression'>) => telling.whys.get(placeKey(place)) ?? [];
  const told: DecidedOne = {
    id,
    name,
    hitPolicy: table?.hitPolicy ?? null,
    value: step.output,
    type: valueType(step.output),
    why: text === null ? [] : why({ decision: id, rule: null, column: null }),
    inputs: [],
    rules: [],
    taken: [],
  };
  if (!table) return told;
  return {
    ...told,
    inputs: table.inputs.map(({ title, expression }, column) => ({
      title,
      expression,
      value: columnValue(step, table, column),
      why: why({ decision: id, rule: null, column }),
    })),
    rules: table.rules.map((_rule, rule) => tellRule(telling, id, table, step, rule)),
    taken: step.rules.map((taken) => {
      const rule = table.rules.findIndex((one) => one.id === taken.id);
      return {
        rule: rule + 1,
        outputs: table.outputs.map(({ id: output, title }, column) => ({
          title,
          expression: table.rules[rule]?.outputs[column]?.text ?? '',
          value: taken.outputs.find((one) => one.id === output)?.value ?? null,
          why: why({ decision: id, rule, column }),
        })),
      };
    }),
  };
}

function tellRule(
  { file, probes, known }: Telling,
  id: string,
  table: DrawnTable,
  step: DecisionStep,
  rule: number,
): DecidedRule {
  const drawn = table.rules[rule] as DrawnTable['rules'][number];
  const holding = holdingOf(probes.get(id));
  const isFree = (text: string) => text === '' || text === '-';
  const misses: MissedCell[] = drawn.cells.flatMap((cell, column) =>
    isFree(cell.text) || holding?.has(file.probeRule(id, rule, column))
      ? []
      : [
          {
            column,
            id: cell.id,
            cell: cell.text,
            hint: cellHint(cell.text, columnValue(step, table, column), known),
          },
        ],
  );
  const isKnown = holding !== null || misses.length === 0;
  return {
    rule: rule + 1,
    id: drawn.id,
    about: drawn.about,
    taken: step.rules.some((one) => one.id === drawn.id),
    misses: isKnown ? misses : null,
  };
}

const columnValue = (step: DecisionStep, table: DrawnTable, column: number): unknown =>
  step.inputs.find((one) => one.id === table.inputs[column]?.id)?.value ?? null;

/** null: it is not known which cells hold. */
function holdingOf(probe: DecisionReport | null | undefined): Set<string> | null {
  const last = probe && !probe.failed ? probe.steps.at(-1) : null;
  return last ? new Set(last.rules.map((rule) => rule.id)) : null;
}
