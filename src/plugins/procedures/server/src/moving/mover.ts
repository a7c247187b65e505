// Owns the doing of moves: takes what is due, does its steps one after the other, and notes what to do next. Whatever dies
// half-way is found again by its row; several application processes may run one each.
import type { Platform } from '../runtime/platform';
import { EarliestTimer } from '../scheduler/earliest-timer';
import { cancelInstance } from './cancel-instance';
import { cancelSurplus } from './cancel-surplus';
import { createInstance } from './create-instance';
import { holdCase } from './hold-case';
import { type MoveContext, moveContext } from './move-context';
import type { MoveStepName } from './move-rows';
import { restoreCase } from './restore-case';
import type { StepResult } from './step-result';
import { writePlan } from './write-plan';

const STEPS: Record<Exclude<MoveStepName, 'RELEASED'>, (context: MoveContext) => Promise<StepResult>> = {
  WAITING: holdCase,
  HELD: writePlan,
  CANCELLING: cancelInstance,
  CREATING: createInstance,
  RESTORING: restoreCase,
};

/** Until then nobody else takes a move that somebody has taken; longer than any step. */
const TAKEN = "now() + interval '60 seconds'";
const AT_ONCE = 6;
const IDLE_MS = 5_000;
/** Every slot works, and whoever is done wakes us: looking more often finds nothing to take. */
const BUSY_MS = 1_000;
const AFTER_FAILURE_MS = 2_000;

const TAKE = `
  update procedures.case_moves m set next_at = ${TAKEN}
   where m.id in (
     select d.id from procedures.case_moves d join procedures.move_batches b on b.id = d.batch_id
      where d.outcome is null and not d.stuck and d.next_at <= now() and (d.step <> 'WAITING' or b.state = 'RUNNING')
      order by d.step = 'WAITING', d.next_at, d.created_at limit ? for update of d skip locked)
  returning m.id`;

export class Mover {
  readonly #platform: Platform;
  readonly #working = new Set<Promise<void>>();
  readonly #timer = new EarliestTimer(() => {
    this.#looking = this.#looking.then(() => this.#look()).then((nextMs) => this.#schedule(nextMs));
  });
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** What a process that is gone had taken is due at once. */
  start(): void {
    this.#looking = this.#release().finally(() => this.#schedule(0));
  }

  /** There is something to do now. */
  wake(): void {
    this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer.clear();
    await this.#looking;
    await Promise.all(this.#working);
  }

  #schedule(delayMs: number): void {
    if (!this.#stopped) this.#timer.in(delayMs);
  }

  async #release(): Promise<void> {
    try {
      const { knex } = this.#platform;
      await knex('procedures.case_moves')
        .whereNull('outcome')
        .update({ next_at: knex.raw('now()') });
    } catch (error) {
      this.#platform.log.error(`moves: ${(error as Error).message}`);
    }
  }

  /** Returns after how long to look again. */
  async #look(): Promise<number> {
    try {
      await cancelSurplus(this.#platform);
      const free = AT_ONCE - this.#working.size;
      if (free <= 0) return BUSY_MS;
      const { rows } = (await this.#platform.knex.raw(TAKE, [free])) as { rows: { id: string }[] };
      for (const { id } of rows) this.#work(id);
      return await this.#untilNext();
    } catch (error) {
      this.#platform.log.error(`moves: ${(error as Error).message}`);
      return IDLE_MS;
    }
  }

  async #untilNext(): Promise<number> {
    const { knex } = this.#platform;
    const next = await knex('procedures.case_moves as m')
      .join('procedures.move_batches as b', 'b.id', 'm.batch_id')
      .whereNull('m.outcome')
      .where({ 'm.stuck': false })
      .where((query) => query.whereNot('m.step', 'WAITING').orWhere('b.state', 'RUNNING'))
      .min(knex.raw('m.next_at') as unknown as string)
      .first<{ min: Date | null }>();
    if (!next?.min) return IDLE_MS;
    return Math.min(IDLE_MS, Math.max(50, next.min.getTime() - Date.now()));
  }

  #work(id: string): void {
    const done = this.#doSteps(id)
      .catch((error: Error) => this.#platform.log.error(`move ${id}: ${error.message}; tried again`))
      .then(() => void this.#working.delete(done))
      .then(() => this.wake());
    this.#working.add(done);
  }

  async #doSteps(id: string): Promise<void> {
    while (!this.#stopped) {
      const context = await moveContext(this.#platform, id);
      if (!context || context.move.outcome || context.move.step === 'RELEASED') return;
      let result: StepResult;
      try {
        result = await STEPS[context.move.step](context);
      } catch (error) {
        // An engine that is away says nothing about the case: it is not one of the looks that a step allows itself.
        await this.#again(id, AFTER_FAILURE_MS, 0);
        throw error;
      }
      if (result === 'ENDED') return this.#renew(id);
      if (result === 'ON') {
        await this.#renew(id);
        continue;
      }
      if ('stuck' in result) return this.#stick(id, result.stuck);
      return this.#again(id, result.againInMs);
    }
    await this.#again(id, 0, 0);
  }

  async #renew(id: string): Promise<void> {
    const { knex } = this.#platform;
    await knex('procedures.case_moves')
      .where({ id })
      .whereNull('outcome')
      .update({ next_at: knex.raw(TAKEN) });
  }

  async #again(id: string, afterMs: number, looks = 1): Promise<void> {
    const { knex } = this.#platform;
    await knex('procedures.case_moves')
      .where({ id })
      .whereNull('outcome')
      .update({
        attempts: knex.raw('attempts + ?', [looks]),
        next_at: knex.raw("now() + ? * interval '1 millisecond'", [afterMs]),
      });
  }

  async #stick(id: string, words: { vi: string; en: string }): Promise<void> {
    await this.#platform
      .knex('procedures.case_moves')
      .where({ id })
      .whereNull('outcome')
      .update({ stuck: true, words: JSON.stringify(words) });
    this.#platform.log.error(`move ${id} is stuck: ${words.en}`);
  }
}
