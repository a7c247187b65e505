// Owns what the source of a case may be told after an event: a status and a sentence, never content.
import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import type { EventDefinition, LocalText } from '../packages/types';

/** The first public status of the event whose condition holds, or null when the event shows nothing. */
export function publicStatusOf(
  event: EventDefinition,
  context: Record<string, unknown>,
): { status: string; text: LocalText } | null {
  const declared = event.publicStatus;
  if (!declared) return null;
  for (const candidate of Array.isArray(declared) ? declared : [declared]) {
    if ('when' in candidate && !conditionHolds(candidate.when, context)) continue;
    const status = resolveFeel(candidate.status, context);
    if (typeof status === 'string') return { status, text: candidate.text };
  }
  return null;
}
