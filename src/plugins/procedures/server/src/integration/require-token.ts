// Owns the gate in front of every route for programs: declared, a valid token, its scope, not too often.
import type { Core } from '@strapi/strapi';
import { findDeclaration } from '../policy/route-table';
import { ProblemError } from '../problems/problem-error';
import { getPlatform } from '../runtime/registry';
import { callerOf, requireScope } from './caller';
import { tooManyRequests } from './problems';
import { takeOne } from './request-limit';

interface GateContext {
  state: { route?: { method: string; path: string }; caller?: unknown };
  request: { ip?: string; headers: Record<string, string | undefined> };
  /** A policy's context is a copy of the request's: what it inherits, setting a header among it, is not there. */
  response: { set(name: string, value: string): void };
}

/** What a wrong token costs of the address's allowance. */
const WRONG_TOKEN_COST = 12;

export async function requireToken(context: GateContext, _config: unknown, _tools: { strapi: Core.Strapi }) {
  const declaration = context.state.route && findDeclaration(context.state.route);
  if (declaration?.audience !== 'integration') throw new Error('Expected a declared route for programs');
  const { knex, clock } = getPlatform();
  const address = `address:${context.request.ip ?? ''}`;
  refuseTooMany(context, takeOne(address, Date.now(), 0));
  const caller = await callerOf(knex, context.request.headers.authorization, clock.now()).catch((error) => {
    if (error instanceof ProblemError && error.status === 401) takeOne(address, Date.now(), WRONG_TOKEN_COST);
    throw error;
  });
  refuseTooMany(context, takeOne(`token:${caller.tokenId}`, Date.now()));
  requireScope(caller, declaration.scope);
  context.state.caller = caller;
  return true;
}

function refuseTooMany(context: GateContext, seconds: number): void {
  if (seconds === 0) return;
  context.response.set('Retry-After', String(seconds));
  throw tooManyRequests(seconds);
}
