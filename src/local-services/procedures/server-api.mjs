/** A running server, asked with a token of its API: the package in force, and a proposal to publish another. */
import { usage } from './read-source.mjs';

/**
 * @typedef {{ base: string, token: string }} Server
 */

/** Of a command that speaks to a server. The token is never an argument: those are seen by everybody on the machine. */
export const SERVER_OPTIONS = /** @type {const} */ ({ server: { type: 'string' }, tenant: { type: 'string' } });

/**
 * @param {{ server?: string }} values
 * @returns {Server}
 */
export function serverOf({ server = process.env.PROCEDURES_SERVER }) {
  const token = process.env.PROCEDURES_TOKEN;
  if (!server || !/^https?:\/\//.test(server))
    throw usage(
      'Hãy cho biết máy chủ: --server https://… (hoặc biến PROCEDURES_SERVER).',
      'Expected --server https://… (or the variable PROCEDURES_SERVER).',
    );
  if (!token)
    throw usage(
      'Cần mã truy cập trong biến PROCEDURES_TOKEN.',
      'Expected an API token in the variable PROCEDURES_TOKEN.',
    );
  return { base: server.replace(/\/+$/, ''), token };
}

/**
 * The package in force at the token's tenant.
 * @param {Server} server
 * @param {string} id
 * @returns {Promise<{ tenant: string, id: string, version: string, files: Map<string, Buffer> }>}
 */
export async function packageInForce(server, id) {
  const found = await call(server, 'GET', `/packages/${encodeURIComponent(id)}`);
  return {
    ...found,
    files: new Map(Object.entries(found.files).map(([path, text]) => [path, Buffer.from(String(text), 'base64')])),
  };
}

/**
 * @param {Server} server
 * @param {string} method
 * @param {string} path
 * @param {{ body?: object, key?: string }} [options]
 * @returns {Promise<any>} the answer; a refusal is thrown with its code and words
 */
export async function call({ base, token }, method, path, { body, key } = {}) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(`${base}/api/procedures/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(120_000),
    });
  } catch (error) {
    throw refusal('SERVER_UNREACHABLE', 0, {
      vi: `Không gọi được ${base}: ${/** @type {Error} */ (error).message}`,
      en: `Expected ${base} to answer, but: ${/** @type {Error} */ (error).message}`,
    });
  }
  /** @type {any} */
  const said = await answer.json().catch(() => null);
  if (answer.ok) return said;
  const told = said?.error ?? {};
  throw refusal(told.code ?? `HTTP_${answer.status}`, answer.status, {
    vi: told.vi ?? `Máy chủ trả lời ${answer.status}.`,
    en: told.en ?? `The server answered ${answer.status}.`,
  });
}

/**
 * @param {string} code
 * @param {number} status
 * @param {{ vi: string, en: string }} words
 */
const refusal = (code, status, { vi, en }) => Object.assign(new Error(en), { code: `SERVER_${code}`, status, vi, en });
