// Owns the one trial host of a server and what is open on it: started when somebody asks, ended when nobody has for a
// while, replaced when it died. Cases tried by hand hold a place each; a place that is not used is freed.
import { randomUUID } from 'node:crypto';
import type { ScenarioStep, TrialRunView, TrialWorld } from '../../../shared/trials-contract';
import { ProblemError } from '../problems/problem-error';
import type { RecordedStep } from './host-protocol';
import { packed } from './run-package-trials';
import { TrialHost } from './trial-host';
import type { TrialLimits } from './trial-limits';
import { trialProblems } from './trial-problems';

interface Recording {
  tenantId: string;
  host: TrialHost;
  session: string;
  recording: string;
  steps: number;
  usedAt: number;
}

export interface RoomLog {
  info(message: string): void;
}

export class TrialRoom {
  readonly limits: TrialLimits;
  /** The last run of each draft, as its page shows it. */
  readonly runs = new Map<string, TrialRunView>();
  readonly #log: RoomLog;
  readonly #recordings = new Map<string, Recording>();
  readonly #timer: NodeJS.Timeout;
  #host: TrialHost | null = null;
  #busy = 0;
  #usedAt = Date.now();

  constructor(limits: TrialLimits, log: RoomLog) {
    this.limits = limits;
    this.#log = log;
    this.#timer = setInterval(() => void this.#tidyUp(), 30_000);
    this.#timer.unref();
  }

  get openRecordings(): number {
    return this.#recordings.size;
  }

  /** For whoever would rather be refused than wait for a host that this server has not. */
  expectSetUp(): void {
    if (!this.limits.script) throw notSetUp();
  }

  /** The host is not ended while `work` goes on. */
  async withHost<T>(work: (host: TrialHost) => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work(this.#hostNow());
    } finally {
      this.#busy -= 1;
      this.#usedAt = Date.now();
    }
  }

  /** For whoever will not wait for a start: `work` on a host that is ready; null while one is being started. */
  async withReadyHost<T>(work: (host: TrialHost) => Promise<T>): Promise<T | null> {
    const failure = this.#host?.failure;
    if (failure) {
      this.#host = null;
      throw failure;
    }
    const host = this.#hostNow();
    if (host.isReady) return this.withHost(work);
    this.#usedAt = Date.now();
    return null;
  }

  async record(tenantId: string, files: ReadonlyMap<string, Buffer>, world: TrialWorld, at: string): Promise<string> {
    if (this.#recordings.size >= this.limits.maxRecordings) throw tooMany(this.limits);
    const id = randomUUID();
    await this.withHost(async (host) => {
      const { session } = await host.ask('open', { files: packed(files), world });
      const { recording } = await host.ask('record', { session, at });
      this.#recordings.set(id, { tenantId, host, session, recording, steps: 0, usedAt: Date.now() });
    });
    return id;
  }

  /** Another tenant's is as unknown as none. */
  async step(tenantId: string, id: string, step: ScenarioStep): Promise<RecordedStep> {
    const open = this.#recordings.get(id);
    if (!open || open.tenantId !== tenantId) throw trialProblems.unknown();
    if (open.host.isOver) {
      this.#recordings.delete(id);
      throw trialProblems.unknown();
    }
    open.usedAt = Date.now();
    const number = open.steps + 1;
    const done = await this.withHost(() =>
      open.host.ask('step', { recording: open.recording, step, number, choices: true }),
    );
    if (!done.result.refused) open.steps = number;
    return done;
  }

  async endRecording(tenantId: string, id: string): Promise<void> {
    const open = this.#recordings.get(id);
    if (!open || open.tenantId !== tenantId) throw trialProblems.unknown();
    await this.#end(id, open);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#recordings.clear();
    await this.#host?.stop();
    this.#host = null;
  }

  #hostNow(): TrialHost {
    const { script } = this.limits;
    if (!script) throw notSetUp();
    if (!this.#host || this.#host.isOver) {
      this.#log.info('a trial host is started');
      this.#host = new TrialHost({ script, log: () => undefined });
    }
    return this.#host;
  }

  async #tidyUp(): Promise<void> {
    const limit = Date.now() - this.limits.idleMinutes * 60_000;
    for (const [id, open] of [...this.#recordings])
      if (open.host.isOver || open.usedAt < limit) await this.#end(id, open).catch(() => undefined);
    if (!this.#host || this.#busy > 0 || this.#recordings.size > 0 || this.#usedAt > limit) return;
    const idle = this.#host;
    this.#host = null;
    this.#log.info('the trial host is ended, nobody uses it');
    await idle.stop();
  }

  async #end(id: string, open: Recording): Promise<void> {
    this.#recordings.delete(id);
    if (!open.host.isOver) await this.withHost(() => open.host.ask('close', { session: open.session }));
  }
}

const tooMany = ({ maxRecordings, idleMinutes }: TrialLimits) =>
  new ProblemError({
    code: 'TRIALS_TOO_MANY',
    status: 429,
    vi: `Đang có ${maxRecordings} lần chạy thử bằng tay, là mức tối đa. Hãy kết thúc một lần, hoặc đợi: lần nào không dùng quá ${idleMinutes} phút sẽ tự đóng.`,
    en: `Expected fewer than ${maxRecordings} trials by hand, but so many are open. End one, or wait: one that is not used for ${idleMinutes} minutes is closed.`,
  });

const notSetUp = () =>
  new ProblemError({
    code: 'TRIALS_NOT_SET_UP',
    status: 503,
    vi: 'Máy chủ này chưa có máy chạy thử. Hãy khởi động bằng "npm start", hoặc đặt PROCEDURES_TRIAL_HOST.',
    en: 'Expected this server to have a program for trials, but it has none: start with "npm start", or set PROCEDURES_TRIAL_HOST.',
  });
