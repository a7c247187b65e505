/**
 * Owns who does an event: the people of the unit that the file names as actor, each signed in with an account of their
 * own. Events of outside bodies are entered by the unit that handles the case.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ApiClient } from '../support/api-client.mjs';

const seedFolder = path.resolve(import.meta.dirname, '..', '..', 'database', 'seeds');

export class Staff {
  #clients = new Map();

  /** @param {string} baseUrl @param {Record<string, string>} passwords */
  constructor(baseUrl, passwords) {
    this.baseUrl = baseUrl;
    this.passwords = passwords;
    this.people = Object.fromEntries(
      fs.readdirSync(seedFolder).map((file) => {
        const seed = JSON.parse(fs.readFileSync(path.join(seedFolder, file), 'utf8'));
        return [seed.tenant.id, seed.people];
      }),
    );
  }

  /** People of `units` in that order, then everybody else of the tenant who works on cases. */
  emailsOf(tenantId, units) {
    const staff = this.people[tenantId].filter((person) => person.adminRole === 'procedures-staff');
    const rank = (person) => {
      const held = new Set(person.positions.map((position) => position.unit));
      const at = units.findIndex((unit) => held.has(unit));
      return at < 0 ? units.length : at;
    };
    return [...staff].sort((a, b) => rank(a) - rank(b)).map((person) => person.email);
  }

  administratorOf(tenantId) {
    return this.client(this.people[tenantId].find((person) => person.adminRole === 'procedures-admin').email);
  }

  /** @param {string} email @returns {Promise<ApiClient>} */
  async client(email) {
    const known = this.#clients.get(email) ?? ApiClient.signIn(this.baseUrl, email, this.passwords[email]);
    this.#clients.set(email, known);
    return known;
  }
}
