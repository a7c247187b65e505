/** The contract of writing decision tables: the names that exist at each decision, and what the engine decides on a sample. */
import type { Bilingual } from './contracts';
import type { ElementVariable, ExpressionWarning, ValueType } from './expressions-contract';

/** What asks a decision: a step of the drawing, or an act (`element` null: an act that belongs to no step). */
export interface DecisionCaller {
  element: string | null;
  title: string;
}

export interface DecisionNames {
  id: string;
  callers: DecisionCaller[];
  /** Results of the decisions that it needs, under the names by which it reads them. */
  required: ElementVariable[];
  /** What exists where it is asked; for a decision that nobody asks, what is in every case. */
  variables: ElementVariable[];
}

export interface FileDecisionNames {
  decisions: DecisionNames[];
}

/** Why a cell cannot hold, when it shows from the cell: a text without quotation marks, a value of another kind. */
export type CellHint = 'QUOTES' | 'KIND';

/** A cell that does not hold for the value of its column. `column` counts from 0. */
export interface MissedCell {
  column: number;
  id: string;
  cell: string;
  hint: CellHint | null;
}

export interface DecidedRule {
  /** As the table shows it, from 1. */
  rule: number;
  id: string;
  about: string | null;
  /** The engine took it. */
  taken: boolean;
  /** null: not known. None: it holds. */
  misses: MissedCell[] | null;
}

export interface DecidedInput {
  title: string;
  expression: string;
  value: unknown;
  /** Why it is null, when the engine says. */
  why: ExpressionWarning[];
}

export interface DecidedOutput {
  title: string;
  expression: string;
  value: unknown;
  why: ExpressionWarning[];
}

/** One decision, as the engine evaluated it. */
export interface DecidedOne {
  id: string;
  name: string;
  /** null: no table but an expression. */
  hitPolicy: string | null;
  value: unknown;
  type: ValueType;
  why: ExpressionWarning[];
  inputs: DecidedInput[];
  rules: DecidedRule[];
  /** Of each rule that the engine took, in its order. */
  taken: { rule: number; outputs: DecidedOutput[] }[];
}

/** A place of the file that the engine cannot read. */
export interface UnreadableCell extends Bilingual {
  decision: string | null;
  /** From 1; null: not in a rule. */
  rule: number | null;
  column: string | null;
}

/** What came of trying a decision; `decisions`: the asked one first, then those that it needs. */
export type TriedDecision =
  | { state: 'STARTING' }
  | { state: 'UNREADABLE'; problems: UnreadableCell[] }
  /** `failed`: the decision that gave no result; the others are as far as the engine came. */
  | { state: 'FAILED'; problem: Bilingual; failed: string | null; decisions: DecidedOne[] }
  | { state: 'DONE'; decisions: DecidedOne[]; milliseconds: number };
