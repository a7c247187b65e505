// Owns the attributes of the record that an event sets (`set` of events.json), each over the record as those before it
// have left it. The preparation of an act and its confirmation must come to the same.
import { resolveFeel } from '../feel/resolve-feel';
import type { EventDefinition } from '../packages/types';

/** `contextOf` makes the FEEL context over a record. */
export function eventSettings(
  event: EventDefinition,
  record: Record<string, unknown>,
  contextOf: (record: Record<string, unknown>) => Record<string, unknown>,
): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const [path, setting] of Object.entries(event.set ?? {}))
    set[path.replace(/^record\./, '')] = resolveFeel(setting, contextOf({ ...record, ...set }));
  return set;
}
