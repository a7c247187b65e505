// Owns what a form begins with where the record says nothing yet: the manifest's own suggestion for a field, which the
// person who does the task sees and may change.
import { resolveFeel } from '../feel/resolve-feel';
import type { Feel } from '../packages/types';

/** The record with a suggestion in every attribute that is named and empty. */
export function withPrefill(
  prefill: Record<string, Feel> | undefined,
  record: Record<string, unknown>,
  context: Record<string, unknown>,
): Record<string, unknown> {
  const begun = { ...record };
  for (const [path, setting] of Object.entries(prefill ?? {})) {
    const name = path.replace(/^record\./, '');
    if (begun[name] === null || begun[name] === undefined || begun[name] === '')
      begun[name] = resolveFeel(setting, context) ?? null;
  }
  return begun;
}
