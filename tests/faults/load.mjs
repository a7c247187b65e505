/**
 * Owns the load: people who start cases and complete tasks, over and over. A call that fails is made again with the same
 * client id, or for the same task at the same version. What was acknowledged (2xx with an action id) is noted: of it, nothing may be lost.
 */
import { randomUUID } from 'node:crypto';

const RETRY_MS = 400;
const VALUES = {
  tiep_nhan: { record: { quantity: 4 } },
  xu_ly: { task: { decision: 'DONG_Y' }, record: { roomCode: 'P1' } },
  ket_thuc: { task: { confirmed: true } },
};

/**
 * @typedef {{ kind: 'start', actionId: string, caseId: string } | { kind: 'complete', actionId: string, taskId: string }} Act
 * @typedef {ReturnType<typeof import('./random.mjs').randomFrom>} Random
 */

export class Load {
  /** @type {Act[]} */
  acknowledged = [];
  /** Answers by status; 0: none came. @type {Record<number, number>} */
  answers = {};

  /** @param {Random} random */
  constructor(random) {
    this.random = random;
  }

  /** Each person works on until `until` (epoch milliseconds). @param {import('./person.mjs').Person[]} people @param {number} until */
  async run(people, until) {
    await Promise.all(people.map((person) => this.#work(person, until)));
  }

  /** One start that is tried until it is acknowledged: somebody can work again. @param {import('./person.mjs').Person} person @param {number} until */
  async startOne(person, until) {
    const clientId = randomUUID();
    const body = { packageId: 'vi-du', event: 'BAT_DAU', values: { record: this.#request() }, clientId };
    const answer = await this.#insist(person, `/cases${this.#wait()}`, body, until);
    if (answer.status >= 300) return false;
    this.acknowledged.push({ kind: 'start', actionId: answer.body.actionId, caseId: answer.body.caseId });
    return true;
  }

  async #work(person, until) {
    while (Date.now() < until) {
      const isStart = !person.isHead && this.random.next() < 0.4;
      const done = isStart ? await this.startOne(person, until) : await this.#completeOne(person, until);
      if (!done) await pause(RETRY_MS);
    }
  }

  async #completeOne(person, until) {
    const view = this.random.next() < 0.5 ? 'mine' : 'unit';
    const list = this.#count(await person.call('GET', `/tasks?view=${view}&pageSize=50`));
    if (list.status !== 200 || list.body.items.length === 0) return false;
    const row = this.random.pick(list.body.items);
    let version = row.version;
    if (view === 'unit') {
      const claimed = this.#count(await person.call('POST', `/tasks/${row.id}/claim`, { version }));
      if (claimed.status !== 200) return false;
      version = claimed.body.task.version;
    }
    const body = { version, values: VALUES[row.elementId] };
    const answer = await this.#insist(person, `/tasks/${row.id}/complete${this.#wait()}`, body, until);
    if (answer.status >= 300) return false;
    this.acknowledged.push({ kind: 'complete', actionId: answer.body.actionId, taskId: row.id });
    return true;
  }

  /** The same request again while it gets no answer or a server's error; a refusal (4xx) ends it. */
  async #insist(person, path, body, until) {
    for (;;) {
      const answer = this.#count(await person.call('POST', path, body));
      if ((answer.status >= 200 && answer.status < 500) || Date.now() >= until) {
        return answer.status === 0 ? { ...answer, status: 599 } : answer;
      }
      await pause(RETRY_MS);
    }
  }

  #count(answer) {
    this.answers[answer.status] = (this.answers[answer.status] ?? 0) + 1;
    return answer;
  }

  #wait() {
    return this.random.next() < 0.5 ? '?wait=2000' : '';
  }

  #request() {
    return { title: 'Họp dưới tải', quantity: 1 + this.random.below(9), requestedAt: '2030-01-02T09:00:00+07:00' };
  }
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
