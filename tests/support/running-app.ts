// Owns how a test reaches the application that global-setup.cjs has started: sign in, call, follow a case.
import { randomUUID } from 'node:crypto';
import { ApiClient } from './api-client.mjs';

interface RunningApp {
  baseUrl: string;
  passwords: Record<string, string>;
  databaseUrl: string;
  /** What the application has said since it started. */
  logFile: string;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many routes, looked into by tests only
  body: any;
}

export interface Client {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get(path: string): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  post(path: string, body: unknown): Promise<any>;
  /** The bytes of a file, streamed. */
  upload(path: string, fileName: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Answer>;
  download(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }>;
}

export function runningApp(): RunningApp {
  const text = process.env.PROCEDURES_TEST_APP;
  if (!text) throw new Error('Expected tests/support/global-setup.cjs to have started the app, but it has not');
  return JSON.parse(text) as RunningApp;
}

const clients = new Map<string, Promise<Client>>();

/** Signed in once a run. */
export function as(email: string): Promise<Client> {
  const app = runningApp();
  const known =
    clients.get(email) ?? (ApiClient.signIn(app.baseUrl, email, app.passwords[email] ?? '') as Promise<Client>);
  clients.set(email, known);
  return known;
}

export function anybody(): Client {
  return new ApiClient(runningApp().baseUrl, null, 'anybody') as unknown as Client;
}

/** Starts a case of the example package and waits until its first task is open. */
export async function startExample(
  client: Client,
  title = 'Họp tổ',
): Promise<{ caseId: string; taskId: string; receiptCode: string }> {
  const started = await client.post('/procedures/cases?wait=10000', {
    packageId: 'vi-du',
    event: 'BAT_DAU',
    values: { record: { title, detail: 'Kiểm thử', quantity: 4, requestedAt: '2030-01-02T09:00:00+07:00' } },
    clientId: randomUUID(),
  });
  const task = await openTask(client, started.caseId);
  return { caseId: started.caseId, taskId: task.id, receiptCode: started.receiptCode };
}

/** The open task of a case, as soon as the record has brought it. */
export async function openTask(
  client: Client,
  caseId: string,
  elementId?: string,
): Promise<{ id: string; version: number; elementId: string }> {
  return until(
    async () => {
      const detail = await client.get(`/procedures/cases/${caseId}`);
      const found = detail.tasks.find(
        (task: { state: string; elementId: string }) =>
          task.state === 'OPEN' && (!elementId || task.elementId === elementId),
      );
      return found ? (await client.get(`/procedures/tasks/${found.id}`)).task : null;
    },
    `an open task ${elementId ?? ''} of the case`,
  );
}

/** Longer than a busy machine stands still; what is there is found at once. */
const UNTIL_MS = 45_000;

/** Asks again until there is an answer; fails after `withinMs` of real time with what was waited for. */
export async function until<T>(look: () => Promise<T | null>, what: string, withinMs = UNTIL_MS): Promise<T> {
  const limit = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > limit) throw new Error(`Expected ${what}, but it did not come within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
