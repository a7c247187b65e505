// Owns the sending of staged actions to the engine. An action is sent until a record settles it; the engine's answer
// alone never does. Many senders may run: a row is taken with `for update skip locked`.
import type { Knex } from 'knex';
import type { CommandAnswer } from '../engine/engine';
import { ProblemError } from '../problems/problem-error';
import type { ActionRecord, EngineCommand } from '../storage/rows';
import type { OutboxOptions } from './outbox-options';
import { settleByLooking } from './settle-by-looking';

/** A start message outlives every retry of ours: one day. Longer than any outage that goes unnoticed. */
const MESSAGE_TTL_MS = 24 * 60 * 60 * 1000;
/** How long a record may take after the engine accepted the command, before we look for it. */
const RECORD_PATIENCE_SECONDS = 20;
const IDLE_MS = 500;

export class Sender {
  readonly #options: OutboxOptions;
  #stopped = false;
  #busy: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  /** Sendings and looks that nobody waits for but stop. */
  readonly #aside = new Set<Promise<void>>();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  start(): void {
    this.#busy = this.#release().finally(() => this.#schedule(0));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#busy;
    await Promise.all(this.#aside);
  }

  /**
   * Sends one action without waiting for the loop. It never fails and nobody waits for it: the action is staged already,
   * and what cannot be sent now, the loop sends later. Safe to call for an action that is being sent.
   */
  sendNow(actionId: string): void {
    this.#do(this.#take((query) => query.where({ id: actionId })));
  }

  /**
   * What a process that is gone had taken is due at once. Where it belongs to another that is alive, it is sent twice,
   * which does nothing: a message has its id, and a job is completed once.
   */
  async #release(): Promise<void> {
    const { knex, log } = this.#options;
    try {
      await knex('procedures.actions')
        .where({ state: 'STAGED' })
        .andWhere('next_attempt_at', '>', knex.raw('now()'))
        .update({ next_attempt_at: knex.raw('now()') });
    } catch (error) {
      log.error(`outbox: ${(error as Error).message}`);
    }
  }

  #schedule(delayMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#busy = this.#drain().finally(() => this.#schedule(IDLE_MS));
    }, delayMs);
  }

  async #drain(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#take((query) => query))) {
        // goes on until nothing is due
      }
    } catch (error) {
      this.#options.log.error(`outbox: ${(error as Error).message}`);
    }
  }

  #do(work: Promise<unknown>): void {
    const done = work
      .catch((error: Error) => this.#options.log.error(`outbox: ${error.message}`))
      .then(() => void this.#aside.delete(done));
    this.#aside.add(done);
  }

  /** Takes one due action, marks it for its next attempt, and sends it. False when none is due. */
  async #take(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<boolean> {
    const { knex } = this.#options;
    const due = narrow(
      knex('procedures.actions')
        .select('id')
        .whereIn('state', ['STAGED', 'SENT'])
        .whereNotNull('command')
        .andWhere('next_attempt_at', '<=', knex.raw('now()'))
        .orderBy('next_attempt_at')
        .limit(1),
    );
    const [action]: ActionRecord[] = await knex('procedures.actions')
      .whereIn('id', knex.select('id').from(due.forUpdate().skipLocked().as('due')))
      .update({
        attempts: knex.raw('attempts + 1'),
        // taken: nobody else sends it while we do
        next_attempt_at: knex.raw("now() + interval '15 seconds'"),
      })
      .returning('*');
    if (!action?.command) return false;
    const wasSent = action.state === 'SENT';
    const answer = await this.#send(action.id, action.command);
    await this.#note(action, answer, wasSent);
    return true;
  }

  async #send(actionId: string, command: EngineCommand): Promise<CommandAnswer> {
    const { engine } = this.#options;
    const variables = { ...command.variables, actionId };
    try {
      if (command.kind === 'completeJob') return await engine.completeJob(command.jobKey, variables);
      return await engine.publishMessage({
        name: command.name,
        correlationKey: command.correlationKey,
        messageId: actionId,
        timeToLiveMs: MESSAGE_TTL_MS,
        variables,
      });
    } catch (error) {
      // Refused before it was sent, e.g. a variable that may not cross. The row says so, and the queue goes on.
      const code = error instanceof ProblemError ? error.code : 'NOT_SENT';
      return { status: 'rejected', code, message: (error as Error).message };
    }
  }

  async #note(action: ActionRecord, answer: CommandAnswer, wasSent: boolean): Promise<void> {
    const { knex, log } = this.#options;
    const open = () => knex('procedures.actions').where({ id: action.id }).whereIn('state', ['STAGED', 'SENT']);
    if (answer.status === 'accepted') {
      await open().update({
        state: 'SENT',
        last_answer: 'accepted',
        next_attempt_at: knex.raw(`now() + interval '${RECORD_PATIENCE_SECONDS} seconds'`),
      });
      // The same command was accepted before and no record has come: look whether one ever will.
      if (wasSent) this.#look(action.id);
      return;
    }
    const words = answer.status === 'rejected' ? `${answer.code}: ${answer.message}` : `unclear: ${answer.message}`;
    await open().update({
      last_answer: words.slice(0, 500),
      next_attempt_at: knex.raw("now() + least(60, power(2, least(attempts, 6))) * interval '0.25 second'"),
    });
    if (answer.status === 'rejected' && answer.code === 'NOT_FOUND') this.#look(action.id);
    else if (answer.status === 'rejected') log.warn(`outbox: action ${action.id} refused: ${answer.code}`);
  }

  /** Aside, because a fence may take seconds that the other actions need not wait. */
  #look(actionId: string): void {
    this.#do(settleByLooking(this.#options, actionId));
  }
}
