/** The contract of writing expressions: the names that exist at an element, samples to try on, and what the engine says. */
import type { Bilingual } from './contracts';
import type { Choice } from './packages-contract';

export type VariableType = 'string' | 'number' | 'boolean' | 'list' | 'context' | 'any';

/**
 * Where a name gets its value:
 *   PLATFORM   in every case
 *   FORM       asked by a form on the way here
 *   DECISION   the result of a decision
 *   EVENT      of what has happened last
 *   PARAMETER  set by the tenant
 *   RECORD     computed from the record
 *   MAPPING    an input or output mapping
 *   SCRIPT     a script task
 *   LOOP       each round of a repeated step
 */
export type VariableOrigin =
  | 'PLATFORM'
  | 'FORM'
  | 'DECISION'
  | 'EVENT'
  | 'PARAMETER'
  | 'RECORD'
  | 'MAPPING'
  | 'SCRIPT'
  | 'LOOP';

export interface ElementVariable {
  name: string;
  type: VariableType;
  title: Bilingual | null;
  origin: VariableOrigin;
  /** Steps on the way here that give it a value; for a name that no step asks: none. */
  steps: { id: string; title: string }[];
  /** No step before this one has given it a value: null here, as far as the drawing tells. */
  unset: boolean;
  /** Exists only inside this element or around it. */
  local: boolean;
  /** Values that it can have, when they are known. */
  options: Choice[];
  /** Of a context, or of each item of a list. */
  entries: { name: string; type: VariableType; title: string | null }[];
}

export interface ElementVariables {
  variables: ElementVariable[];
}

/**
 * When an expression of an element is read: `before` it begins (what it waits for, what it repeats over), as it `enter`s
 * (its input mappings), `within` it (who does it, by when), or as it is to `leave` (its output mappings).
 */
export type ElementMoment = 'before' | 'enter' | 'within' | 'leave';

export interface SampleCase {
  caseId: string;
  bookNo: string | null;
  startedAt: string;
  unitName: string;
  version: string;
  /** Where it stands. */
  steps: string[];
  /** It stands at the asked element now. */
  isHere: boolean;
}

export interface SampleCases {
  items: SampleCase[];
  /** More fit. */
  more: boolean;
}

export interface SampleVariables {
  caseId: string;
  bookNo: string | null;
  /** The element whose own names are among them; null: the case does not stand there, and the names are of the case as a whole. */
  at: string | null;
  variables: Record<string, unknown>;
}

export interface ExpressionWarning extends Bilingual {
  /** The engine's own word: NO_VARIABLE_FOUND, NOT_COMPARABLE, … */
  code: string;
  /** As the engine said it. */
  said: string;
}

export type ValueType = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context';

/** What came of trying an expression. */
export type TriedExpression =
  /** The engine for trials is being started: ask again. */
  | { state: 'STARTING' }
  /** No expression: `at` counts characters from 1. */
  | { state: 'UNREADABLE'; at: number; problem: Bilingual; said: string | null }
  /** The engine broke off: a case would stand still here. */
  | { state: 'FAILED'; problem: Bilingual; warnings: ExpressionWarning[] }
  | { state: 'DONE'; value: unknown; type: ValueType; warnings: ExpressionWarning[]; milliseconds: number };
