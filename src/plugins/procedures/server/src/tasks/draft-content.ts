// Owns what a task's draft holds besides the fields of its form: when the act happened, if not now, and why it is entered
// late. It is kept with the values, so that whatever is done to what somebody typed (sealing a name) is done to it too.
import type { FormValues, TaskDraftContent } from '../../../shared/contracts';
import { instantOf } from '../time/instant-of';

const KEY = 'occurrence';
/** As the reason of a late entry itself. */
const LONGEST = 1_000;

export function storedDraft({ values, at, lateReason }: TaskDraftContent): FormValues {
  return at || lateReason ? { ...values, [KEY]: { at, reason: lateReason } } : values;
}

export function readDraft(stored: FormValues): TaskDraftContent {
  const { [KEY]: occurrence, ...values } = stored;
  const { at = null, reason = '' } = (occurrence ?? {}) as { at?: string | null; reason?: string };
  return { values, at, lateReason: reason };
}

/** What a page sent: a time that is none is kept as none, a reason is cut where the act would refuse it. */
export function occurrenceOf(at: unknown, lateReason: unknown): Omit<TaskDraftContent, 'values'> {
  return {
    at: (typeof at === 'string' && instantOf(at)?.toISOString()) || null,
    lateReason: typeof lateReason === 'string' ? lateReason.slice(0, LONGEST) : '',
  };
}
