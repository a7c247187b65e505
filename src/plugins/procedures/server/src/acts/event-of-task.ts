// Owns which event the completion of a task means: the one of its element whose `with` agrees with the values.
import { valueAt } from '../forms/value-path';
import type { EventDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';

export function agrees(withValues: Record<string, unknown> | undefined, values: Record<string, unknown>): boolean {
  return Object.entries(withValues ?? {}).every(([path, wanted]) => valueAt(values, path.split('.')) === wanted);
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
