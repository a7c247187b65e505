// Owns what the platform asks of the world outside for a step: one call, and how patient it is. A trial has another one,
// which calls nobody.
import type { HttpMethodName } from '../../../shared/service-tasks-contract';

export interface OutsideCall {
  caseId: string;
  elementId: string;
  url: string;
  method: HttpMethodName | 'HEAD';
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
  /** Whether anybody reads the answer's body. */
  reads: boolean;
}

export type OutsideAnswer =
  | { kind: 'answered'; status: number; body: Buffer | null }
  /** Nothing was sent. */
  | { kind: 'refused' }
  /** No connection, or it broke; `unclear`: the request may have arrived. */
  | { kind: 'failed'; unclear: boolean }
  | { kind: 'late' }
  | { kind: 'too-large'; status: number }
  /** A trial whose scenario says nothing of this step. */
  | { kind: 'no-trial-answer' };

export interface Outside {
  call(call: OutsideCall): Promise<OutsideAnswer>;
  /** Real milliseconds before each further attempt; after the last one the step stops. */
  readonly delays: readonly number[];
}
