// Owns the open streams of this process: who listens, and what of a change each is told. Changes of a moment are gathered,
// so that a hundred of them are one question to the database and one line to each page.
import type { Actor } from '../tenants/actor';
import type { FindAudience } from './audiences';
import type { LiveChange, LiveTopic } from './live-change';

/** What a page is told: ids that it may know of; `resync` when changes may have been missed. */
export type LiveEvent = { topic: LiveTopic; ids: string[] } | { resync: true };
interface Listener {
  actor: Actor;
  tell(event: LiveEvent): void;
}

const GATHER_MS = 60;

export class LiveHub {
  readonly #find: Record<LiveTopic, FindAudience>;
  readonly #failed: (error: Error) => void;
  readonly #listeners = new Map<string, Set<Listener>>();
  #gathered: LiveChange[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(find: Record<LiveTopic, FindAudience>, failed: (error: Error) => void) {
    this.#find = find;
    this.#failed = failed;
  }

  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, ofTenant) => sum + ofTenant.size, 0);
  }

  /** Returns what ends it. */
  subscribe(actor: Actor, tell: Listener['tell']): () => void {
    const listener = { actor, tell };
    const ofTenant = this.#listeners.get(actor.tenantId) ?? new Set();
    this.#listeners.set(actor.tenantId, ofTenant.add(listener));
    return () => {
      ofTenant.delete(listener);
      if (ofTenant.size === 0 && this.#listeners.get(actor.tenantId) === ofTenant)
        this.#listeners.delete(actor.tenantId);
    };
  }

  /** A change that this or another process has committed. */
  hear(change: LiveChange): void {
    if (!this.#listeners.has(change.tenantId)) return;
    this.#gathered.push(change);
    this.#timer ??= setTimeout(() => void this.#tell(), GATHER_MS);
  }

  /** Changes may have been missed: every page reads again. */
  resync(): void {
    for (const ofTenant of this.#listeners.values()) for (const { tell } of ofTenant) tell({ resync: true });
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  async #tell(): Promise<void> {
    const changes = this.#gathered;
    this.#gathered = [];
    this.#timer = null;
    for (const group of grouped(changes)) {
      try {
        await this.#tellOne(group);
      } catch (error) {
        this.#failed(error as Error);
        this.resync();
      }
    }
  }

  async #tellOne(changes: LiveChange[]): Promise<void> {
    const [{ tenantId, topic }] = changes;
    const visible = await this.#find[topic](tenantId, [...new Set(changes.flatMap(({ ids }) => ids))]);
    for (const { actor, tell } of [...(this.#listeners.get(tenantId) ?? [])]) {
      const parted = changes.filter((change) => hadIt(actor, change)).flatMap(({ ids }) => ids);
      const ids = [...new Set([...visible(actor), ...parted])];
      if (ids.length > 0) tell({ topic, ids });
    }
  }
}

const hadIt = (actor: Actor, { people = [], groups = [] }: LiveChange) =>
  people.includes(actor.personId) || groups.some((group) => actor.groups.includes(group));

/** Changes of one tenant and topic together. */
function grouped(changes: LiveChange[]): LiveChange[][] {
  const groups = new Map<string, LiveChange[]>();
  for (const change of changes) {
    const key = `${change.tenantId}/${change.topic}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}
