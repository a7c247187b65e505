/** Small changes of an expectation that keep what the form does not show. Pure. */
import type { StepExpectation } from '../../../../../shared/trials-contract';

/** What is left open is not written; an empty list of tasks says that none is open, so it stays. */
export function withoutEmpty(expect: StepExpectation): StepExpectation {
  return Object.fromEntries(
    Object.entries(expect).filter(
      ([name, value]) => value !== undefined && (name === 'tasks' || !Array.isArray(value) || value.length > 0),
    ),
  );
}

/** A task that was named with its people and its due instant keeps them. */
export function withTasks(expect: StepExpectation, elements: readonly string[]): StepExpectation {
  const known = expect.tasks ?? [];
  const tasks = elements.map(
    (element) => known.find((task) => typeof task !== 'string' && task.element === element) ?? element,
  );
  return { ...expect, tasks };
}
