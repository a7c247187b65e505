/**
 * The trial of a package by the server that it is to be proposed to: its files are brought as a draft, the scenarios played
 * there, and how they stand is asked until all have ended. Called off and asked for again, it goes on with the same draft.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from './server-api.mjs';

/**
 * @typedef {import('./server-api.mjs').Server} Server
 * @typedef {{ vi: string, en: string }} Words
 * @typedef {{ file: string, title: Words, state: 'HELD' | 'FAILED' | 'NOT_TRIED', reasons: Words[] }} Standing
 * @typedef {{ id: string, state: string, done: number, total: number, failure: Words | null }} Run
 */

const LOOK_EVERY_MS = 2_000;

/**
 * @param {Server} server
 * @param {string} packageId
 * @param {{ content: object, minutes: number, say: (line: string) => void }} options `content`: the files, and what they
 *   were made from
 * @returns {Promise<{ draftId: string, scenarios: Standing[] }>}
 */
export async function tryOnServer(server, packageId, { content, minutes, say }) {
  const drafts = `/packages/${encodeURIComponent(packageId)}/drafts`;
  const { draftId } = await call(server, 'POST', drafts, { body: content, key: keyOf(content) }).catch(withWayOut);
  const trials = `${drafts}/${draftId}/trials`;
  const until = Date.now() + minutes * 60_000;
  let started = '';
  let said = '';
  const look = async () => {
    /** @type {{ run: Run | null, scenarios: Standing[] }} */
    const { run, scenarios } = await call(server, 'GET', trials);
    const settled = scenarios.filter((one) => one.state !== 'NOT_TRIED').length;
    const line = `${settled}/${scenarios.length} …`;
    if (line !== said) say(`Máy chủ chạy thử / The server tries: ${line}`);
    said = line;
    const isGoingOn = run?.state === 'STARTING' || run?.state === 'RUNNING';
    if (!isGoingOn && settled === scenarios.length) return { draftId, scenarios };
    if (run?.state === 'FAILED' && run.id === started) throw brokenOff(run);
    // Also when the server was started again meanwhile and knows of no run any more.
    if (!isGoingOn) started = (await call(server, 'POST', trials, { key: randomUUID() }).catch(withWayOut)).id;
    return null;
  };
  for (;;) {
    const tried = await look().catch((error) => {
      if (!mayPass(error) || Date.now() >= until) throw error;
      return null;
    });
    if (tried) return tried;
    if (Date.now() >= until) throw waitIsOver(minutes, said);
    await wait(LOOK_EVERY_MS);
  }
}

/**
 * A server that is being started again, or has too much to do, is asked again.
 * @param {Error & { code?: string, status?: number }} error
 */
const mayPass = ({ code, status }) =>
  status !== undefined && (status === 0 || status >= 500) && code !== 'SERVER_TRIALS_NOT_SET_UP';

/** The same content sent again means the same thing: a job that is run twice proposes once. @param {object} body */
export const keyOf = (body) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** @param {Words} words @param {string} code */
const problem = ({ vi, en }, code) => Object.assign(new Error(en), { code, vi, en });

/** @param {Run} run */
const brokenOff = ({ failure }) => problem(failure ?? { vi: '', en: '' }, 'TRIAL_BROKEN_OFF');

/** @param {number} minutes @param {string} line */
const waitIsOver = (minutes, line) =>
  problem(
    {
      vi: `Đã đợi ${minutes} phút mà máy chủ chưa chạy thử xong (${line}), nên chưa đề nghị. Máy chủ vẫn chạy tiếp: chạy lại đúng lệnh này để đợi tiếp, hoặc tăng --trials-wait.`,
      en: `Expected the server to have tried all scenarios within ${minutes} minutes, but it has not (${line}), so nothing is proposed. It goes on: run this very command again to wait on, or raise --trials-wait.`,
    },
    'TRIAL_WAIT_IS_OVER',
  );

/**
 * A server without a program for trials is not the caller's to set up.
 * @param {Error & { code?: string, vi?: string, en?: string }} error
 * @returns {never}
 */
function withWayOut(error) {
  if (error.code !== 'SERVER_TRIALS_NOT_SET_UP') throw error;
  throw Object.assign(
    problem(
      {
        vi: `${error.vi} Muốn đề nghị khi máy chủ chưa chạy thử: thêm --no-trials và --trials-reason "…".`,
        en: `${error.en} To propose what the server has not tried, add --no-trials and --trials-reason "…".`,
      },
      error.code,
    ),
    { status: 503 },
  );
}
