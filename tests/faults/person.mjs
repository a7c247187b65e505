/** Owns one signed-in person who does not wait for ever: every call has an end, and a failed one is a value. */
import { ApiClient } from '../support/api-client.mjs';

const CALL_MS = 12_000;

export class Person {
  /** @param {ApiClient} client @param {{ email: string, isHead: boolean }} who */
  constructor(client, who) {
    this.client = client;
    this.isHead = who.isHead;
  }

  /** @param {string} baseUrl @param {Record<string, string>} passwords @param {{ email: string, isHead: boolean }} who */
  static async signIn(baseUrl, passwords, who) {
    return new Person(await ApiClient.signIn(baseUrl, who.email, passwords[who.email]), who);
  }

  /**
   * @param {string} method @param {string} path @param {unknown} [body]
   * @returns {Promise<{ status: number, body: any }>} status 0 where no answer came
   */
  async call(method, path, body) {
    try {
      const response = await fetch(`${this.client.baseUrl}/procedures${path}`, {
        method,
        signal: AbortSignal.timeout(CALL_MS),
        headers: {
          authorization: `Bearer ${this.client.token}`,
          // A connection that a killed server left half open must not be tried again.
          connection: 'close',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
    } catch (error) {
      return { status: 0, body: String(error) };
    }
  }
}
