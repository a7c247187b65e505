// Owns what somebody asks for as "from some moment on": left out for at once, else an instant that is still to come.
import { instantOf } from './instant-of';

/** Throws `refusal` for what is no instant, or is over. */
export function laterInstant(given: unknown, now: Date, refusal: () => Error): Date | null {
  if (given === undefined || given === null || given === '') return null;
  const at = instantOf(given);
  if (!at || at <= now) throw refusal();
  return at;
}
