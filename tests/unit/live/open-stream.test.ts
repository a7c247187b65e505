// The page's side of the stream: replaced before it ends, and back by itself when the line broke.
import { openStream } from '../../../src/plugins/procedures/admin/src/live/openStream';
import type { LiveEvent } from '../../../src/plugins/procedures/admin/src/live/readEvents';

jest.mock('@strapi/strapi/admin', () => ({ getFetchClient: () => ({ get: async () => ({}) }) }));

interface Line {
  write(event: object): void;
  end(): void;
  signal: AbortSignal;
}
let lines: Line[];
let events: LiveEvent[];
let end: () => void;
let refuse: boolean;
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const last = () => lines[lines.length - 1];

beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  events = [];
  refuse = false;
  (globalThis as { window?: unknown }).window = { strapi: { backendURL: '' } };
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_url, { signal } = {}) => {
    if (refuse) throw new TypeError('Failed to fetch');
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(given) {
        controller = given;
      },
    });
    const stop = () => {
      try {
        controller.error(new DOMException('aborted', 'AbortError'));
      } catch {}
    };
    signal?.addEventListener('abort', stop);
    lines.push({
      write: (event) => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`)),
      end: () => controller.close(),
      signal: signal as AbortSignal,
    });
    return { ok: true, status: 200, body } as Response;
  });
  end = openStream({ token: () => 't', told: (event) => events.push(event) });
});
afterEach(() => {
  end();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const changed = (id: string) => ({ topic: 'cases', ids: [id] });

describe('the stream that a page reads', () => {
  it('tells at its opening that something may have been missed, and then what changes', async () => {
    await pass(0);
    last().write({ resync: true });
    last().write(changed('a'));
    await pass(0);
    expect(events).toEqual([{ resync: true }, changed('a')]);
  });

  it('is replaced before it ends: no page reads again, and nothing that changes meanwhile is lost', async () => {
    await pass(0);
    last().write({ resync: true });
    await pass(0);
    events.length = 0;
    last().write({ renew: true });
    await pass(0);
    expect(lines).toHaveLength(2);
    lines[0].write(changed('a'));
    await pass(0);
    lines[1].write({ resync: true });
    await pass(0);
    expect(lines[0].signal.aborted).toBe(true);
    lines[1].write(changed('b'));
    await pass(1_000);
    expect(events).toEqual([changed('a'), changed('b')]);
    expect(lines).toHaveLength(2);
  });

  it('comes back when the one that should replace it fails, and then says that something may have been missed', async () => {
    await pass(0);
    last().write({ resync: true });
    await pass(0);
    events.length = 0;
    refuse = true;
    last().write({ renew: true });
    await pass(100);
    refuse = false;
    lines[0].end();
    await pass(2_000);
    expect(lines).toHaveLength(2);
    last().write({ resync: true });
    await pass(0);
    expect(events).toEqual([{ resync: true }]);
  });

  it('that says nothing is dead, and is opened anew', async () => {
    await pass(0);
    last().write({ resync: true });
    await pass(51_000);
    expect(lines[0].signal.aborted).toBe(true);
    await pass(2_000);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('that never comes through leaves pages as new as their last look, less and less often', async () => {
    refuse = true;
    await pass(0);
    last().end();
    await pass(10 * 60_000);
    expect(events.length).toBeGreaterThan(5);
    expect(events.length).toBeLessThan(45);
    for (const event of events) expect(event).toEqual({ resync: true });
  });

  it('ends with the page', async () => {
    await pass(0);
    end();
    await pass(120_000);
    expect(lines).toHaveLength(1);
    expect(lines[0].signal.aborted).toBe(true);
  });
});
