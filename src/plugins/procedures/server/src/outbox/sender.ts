// Owns the sending of staged actions to the engine. An action is sent until a record settles it; the engine's answer
// alone never does. Many senders may run: a row is taken with `for update skip locked`.
import type { CommandAnswer } from '../engine/engine';
import { ProblemError } from '../problems/problem-error';
import type { ActionRecord, EngineCommand, Sendable } from '../storage/rows';
import type { OutboxOptions } from './outbox-options';
import { settleByLooking } from './settle-by-looking';
import { TAKEN_UNTIL } from './stage-action';

/** A start message outlives every retry of ours: one day. Longer than any outage that goes unnoticed. */
const MESSAGE_TTL_MS = 24 * 60 * 60 * 1000;
/** How long a record may take after the engine accepted the command, before we look for it. */
const RECORD_PATIENCE_SECONDS = 20;
const IDLE_MS = 500;
/** A record mostly follows the answer within milliseconds, and then there is nothing to note of the answer. */
const NOTE_AFTER_MS = 500;

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
   * Sends an action that this process has just staged, which is taken by that (stageAction). It never fails and nobody
   * waits for it: what cannot be sent now, the loop sends later.
   */
  sendNow(staged: Sendable): void {
    const { command } = staged;
    if (command && !this.#stopped) this.#do(this.#sendAndNote(staged.id, command, false));
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
      while (!this.#stopped && (await this.#takeNext())) {
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
  async #takeNext(): Promise<boolean> {
    const { knex } = this.#options;
    const due = knex('procedures.actions')
      .select('id')
      .whereIn('state', ['STAGED', 'SENT'])
      .whereNotNull('command')
      .andWhere('next_attempt_at', '<=', knex.raw('now()'))
      .orderBy('next_attempt_at')
      .limit(1)
      .forUpdate()
      .skipLocked();
    const [action]: ActionRecord[] = await knex('procedures.actions')
      .whereIn('id', knex.select('id').from(due.as('due')))
      .update({ attempts: knex.raw('attempts + 1'), next_attempt_at: knex.raw(TAKEN_UNTIL) })
      .returning('*');
    if (!action?.command) return false;
    await this.#sendAndNote(action.id, action.command, action.state === 'SENT');
    return true;
  }

  async #sendAndNote(actionId: string, command: EngineCommand, wasSent: boolean): Promise<void> {
    const answer = await this.#send(actionId, command);
    // Aside: what comes next in the loop need not wait for the record of this one.
    this.#do(this.#note(actionId, answer, wasSent));
  }

  async #send(actionId: string, command: EngineCommand): Promise<CommandAnswer> {
    const { engine } = this.#options;
    const variables = { ...command.variables, actionId };
    try {
      if (command.kind === 'cancelProcessInstance') return await engine.cancelProcessInstance(command.instanceKey);
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

  async #note(actionId: string, answer: CommandAnswer, wasSent: boolean): Promise<void> {
    const { knex, log, whenSettled } = this.#options;
    const open = () => knex('procedures.actions').where({ id: actionId }).whereIn('state', ['STAGED', 'SENT']);
    if (answer.status === 'accepted') {
      if (!this.#stopped && (await whenSettled(actionId, NOTE_AFTER_MS))) return;
      await open().update({
        state: 'SENT',
        last_answer: 'accepted',
        next_attempt_at: knex.raw(`now() + interval '${RECORD_PATIENCE_SECONDS} seconds'`),
      });
      // The same command was accepted before and no record has come: look whether one ever will.
      if (wasSent) this.#look(actionId);
      return;
    }
    const words = answer.status === 'rejected' ? `${answer.code}: ${answer.message}` : `unclear: ${answer.message}`;
    await open().update({
      last_answer: words.slice(0, 500),
      next_attempt_at: knex.raw("now() + least(60, power(2, least(attempts, 6))) * interval '0.25 second'"),
    });
    if (answer.status === 'rejected' && answer.code === 'NOT_FOUND') this.#look(actionId);
    else if (answer.status === 'rejected') log.warn(`outbox: action ${actionId} refused: ${answer.code}`);
  }

  /** Aside, because a fence may take seconds that the other actions need not wait. */
  #look(actionId: string): void {
    this.#do(settleByLooking(this.#options, actionId));
  }
}
