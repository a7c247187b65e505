// Owns the parent's side of one trial host: the process, the questions on their way to it, and its end. A host that dies
// fails every question with the reason; whoever asks next starts another.
import { type ChildProcess, spawn } from 'node:child_process';
import { ProblemError } from '../problems/problem-error';
import type { HostFailure, HostMessage, HostOperation, HostOperations } from './host-protocol';

export interface TrialHostOptions {
  /** The program that is a host: see src/local-services of the application. */
  script: string;
  log(line: string): void;
}

interface Question {
  answer(value: unknown): void;
  fail(error: Error): void;
}

/** Megabytes of JavaScript: a host that needs more ends, and says so. */
const HEAP_MB = 640;
/** Half a minute on a quiet machine; one that is busy must not fail what is right. */
const READY_WITHIN_MS = 420_000;
const STOP_WITHIN_MS = 30_000;

export class TrialHost {
  readonly #child: ChildProcess;
  readonly #questions = new Map<number, Question>();
  readonly #ready: Promise<void>;
  readonly #ended: Promise<void>;
  #pids: { broker: number; postgres: number } | null = null;
  #next = 1;
  #isOver = false;
  #isReady = false;
  #failure: Error | null = null;

  constructor({ script, log }: TrialHostOptions) {
    this.#child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: process.env,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => log(chunk.toString('utf8').trimEnd()));
    this.#ended = new Promise((resolve) => {
      const over = (code: number | null, signal: string | null) => {
        this.#isOver = true;
        this.#failAll(hostGone(code, signal));
        resolve();
      };
      this.#child.once('exit', over);
      this.#child.once('error', () => over(null, null));
    });
    this.#ready = this.#becomesReady();
    this.#ready.catch((error: Error) => {
      this.#failure = error;
    });
  }

  /** Ended, or about to: nothing more can be asked. */
  get isOver(): boolean {
    return this.#isOver || !this.#child.connected;
  }

  /** It answers at once. */
  get isReady(): boolean {
    return this.#isReady && !this.isOver;
  }

  /** Why it never became ready. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Of the services that the host runs, for whoever must know that they are gone. */
  get pids(): { broker: number; postgres: number } | null {
    return this.#pids;
  }

  async ask<Op extends HostOperation>(op: Op, args: HostOperations[Op]['args']): Promise<HostOperations[Op]['answer']> {
    await this.#ready;
    if (this.#isOver) throw hostGone(null, null);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#questions.set(id, {
        answer: (value) => resolve(value as HostOperations[Op]['answer']),
        fail: reject,
      });
      this.#child.send({ id, op, args }, (error) => error && this.#settle(id, (one) => one.fail(hostGone(null, null))));
    });
  }

  async stop(): Promise<void> {
    if (this.#isOver) return;
    if (this.#child.connected) this.#child.disconnect();
    else this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.#ended;
    clearTimeout(late);
  }

  #becomesReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(notReady('quá 7 phút', 'not within 7 minutes')), READY_WITHIN_MS);
      const end = (settle: () => void) => {
        clearTimeout(late);
        settle();
      };
      this.#child.on('message', (message: HostMessage) => {
        if ('ready' in message) {
          this.#pids = message.pids;
          this.#isReady = true;
          end(resolve);
        } else if ('failed' in message) end(() => reject(notReady(message.vi, message.en)));
        else if ('failure' in message) this.#settle(message.id, (one) => one.fail(problemOf(message.failure)));
        else this.#settle(message.id, (one) => one.answer(message.value));
      });
      void this.#ended.then(() => end(() => reject(hostGone(this.#child.exitCode, this.#child.signalCode))));
    });
  }

  #settle(id: number, settle: (question: Question) => void): void {
    const question = this.#questions.get(id);
    this.#questions.delete(id);
    if (question) settle(question);
  }

  #failAll(error: Error): void {
    for (const id of [...this.#questions.keys()]) this.#settle(id, (one) => one.fail(error));
  }
}

const problemOf = (failure: HostFailure) => new ProblemError(failure);

const notReady = (vi: string, en: string) =>
  new ProblemError({
    code: 'TRIAL_HOST_NOT_READY',
    status: 503,
    vi: `Máy chạy thử không khởi động được: ${vi}. Hãy thử lại sau ít phút.`,
    en: `Expected the trial engine to start, but it did not: ${en}. Try again in some minutes.`,
  });

const hostGone = (code: number | null, signal: string | null) =>
  new ProblemError({
    code: 'TRIAL_HOST_GONE',
    status: 503,
    vi: `Máy chạy thử đã dừng giữa chừng${told(code, signal)}. Không có dữ liệu thật nào bị ảnh hưởng; hãy chạy thử lại.`,
    en: `Expected the trial engine to go on, but it has ended${told(code, signal)}. Nothing real was touched; run the trial again.`,
  });

const told = (code: number | null, signal: string | null) =>
  signal ? ` (${signal})` : code === null ? '' : ` (${code})`;
