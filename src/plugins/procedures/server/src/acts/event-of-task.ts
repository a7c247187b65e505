// Owns which event the completion of a task means: the one of its element whose `with` agrees with the values.
import type { EventDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';

/** Reads a dotted path such as `task.decision` or `record.flag` out of form values. */
export function valueAt(values: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], values);
}

/** Puts `value` at a dotted path, making the objects on the way. */
export function putAt(values: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let at = values;
  for (const name of names) {
    const inner = at[name];
    at[name] = inner && typeof inner === 'object' ? inner : {};
    at = at[name] as Record<string, unknown>;
  }
  at[last] = value;
}

export function agrees(withValues: Record<string, unknown> | undefined, values: Record<string, unknown>): boolean {
  return Object.entries(withValues ?? {}).every(([path, wanted]) => valueAt(values, path) === wanted);
}

export function eventOfTask(
  events: EventDefinition[],
  elementId: string,
  values: Record<string, unknown>,
): EventDefinition {
  const candidates = events.flatMap((event) =>
    event.by.flatMap((source) => (source.kind === 'task' && source.element === elementId ? [{ event, source }] : [])),
  );
  // The most particular alternative first, so that one without conditions is the remainder.
  candidates.sort((a, b) => Object.keys(b.source.with ?? {}).length - Object.keys(a.source.with ?? {}).length);
  const found = candidates.find(({ source }) => agrees(source.with, values));
  if (found) return found.event;
  throw new ProblemError({
    code: 'TASK_MEANS_NO_EVENT',
    vi: 'Các giá trị đã nhập không ứng với kết quả nào của bước này. Hãy chọn lại kết quả.',
    en: `Expected values that mean one of the outcomes of "${elementId}", but none fits: ${candidates.map(({ event }) => event.code).join(', ') || 'no event names this element'}.`,
    detail: { element: elementId },
  });
}
