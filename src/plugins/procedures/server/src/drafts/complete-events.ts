// Owns what the events learn from a drawing: each user task is an event, and so is each wait that a building block drew;
// what pointed to a step that is gone goes with it.

import type { Block } from '../../../shared/blocks-contract';
import { freeName } from '../packages/free-name';
import type { EventDefinition, EventSource } from '../packages/types';
import type { DrawnStep } from './drawn-steps';

export function completeEvents(
  events: readonly EventDefinition[],
  steps: readonly DrawnStep[],
  blocks: readonly Block[],
): EventDefinition[] {
  const kept = events.flatMap((event) => {
    const by = event.by.filter((source) => isThere(source, steps));
    return by.length > 0 ? [{ ...event, by }] : [];
  });
  const codes = new Set(kept.map((event) => event.code));
  for (const step of steps) {
    const source = sourceOf(step);
    if (!source || kept.some((event) => event.by.some((one) => isSame(one, source)))) continue;
    const code = codeOf(step.id, codes);
    codes.add(code);
    const words = step.name || step.id;
    const more = blocks.find((one) => one.id === step.block)?.event ?? {};
    const form = source.kind === 'message' && step.form ? { form: step.form } : {};
    kept.push({ code, title: { vi: words, en: words }, by: [source], ...form, ...more });
  }
  return kept;
}

const isThere = (source: EventSource, steps: readonly DrawnStep[]): boolean => {
  if (source.kind === 'task') return steps.some((step) => step.isTask && step.id === source.element);
  return source.kind !== 'message' || steps.some((step) => step.message === source.message);
};

/** A wait of its own making has no form and no event by itself: only a block says that it is one. */
function sourceOf(step: DrawnStep): EventSource | null {
  if (step.isTask) return { kind: 'task', element: step.id };
  const isReply = step.message !== null && !step.message.startsWith('clock.') && step.form !== null;
  return isReply ? { kind: 'message', message: step.message as string } : null;
}

const isSame = (a: EventSource, b: EventSource): boolean =>
  (a.kind === 'task' && b.kind === 'task' && a.element === b.element) ||
  (a.kind === 'message' && b.kind === 'message' && a.message === b.message);

function codeOf(id: string, taken: ReadonlySet<string>): string {
  const plain = id
    .normalize('NFD')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+/, '');
  return freeName(plain || 'BUOC', '_', (code) => taken.has(code));
}
