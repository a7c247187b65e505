// Owns the answer to somebody who comes second where the database allows one row: the problem in words, not its refusal.
import type { ProblemError } from '../problems/problem-error';
import { isUniqueViolation } from './unique-violation';

/** @throws what `taken` makes, when `work` runs into a row that is there already */
export async function onlyOne<T>(work: () => Promise<T>, taken: () => ProblemError): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? taken() : error;
  }
}
