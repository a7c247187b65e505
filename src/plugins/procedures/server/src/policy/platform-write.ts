// Owns the mark of the platform's own access to records. Records that a procedure works on change only through tasks
// and events; a write without this mark (content manager, API, script) is refused by the application's middleware.
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<true>();

export const platformWrite = {
  /** Runs `work`; every document operation awaited inside counts as the platform's own. */
  run<T>(work: () => T): T {
    return storage.run(true, work);
  },
  isActive(): boolean {
    return storage.getStore() === true;
  },
};
