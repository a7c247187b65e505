// Owns how a route answers: the body, or the problem in both languages. A refusal of ours is never a stack trace.
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { getPlatform } from '../runtime/registry';
import type { Actor } from '../tenants/actor';
import { answerProblem } from './answer-problem';
import { plainQuery } from './plain-query';

export interface RouteContext {
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  request: { body?: unknown; ip?: string; headers?: Record<string, string | undefined> };
  /** The raw request, for what is streamed. */
  req: IncomingMessage;
  state: { actor?: Actor; caller?: unknown; user?: { id: number }; formType?: string; session?: unknown };
  status: number;
  body: unknown;
  type: string;
  /** Over https. */
  secure: boolean;
  set(name: string, value: string): void;
  redirect(address: string): void;
}

type Handler = (platform: Platform, actor: Actor, context: RouteContext) => Promise<unknown>;

/** A handler for a signed-in person of a tenant (the policy has put the actor there). */
export function forActor(handler: Handler, status: number | null = 200) {
  return (context: RouteContext) =>
    answer(context, status, async () => {
      const actor = context.state.actor;
      if (!actor)
        throw new ProblemError({
          code: 'NOT_SIGNED_IN',
          status: 401,
          vi: 'Hãy đăng nhập.',
          en: 'Expected a signed-in person: sign in.',
        });
      // Koa writes it back into the address and reads it from there.
      const query = plainQuery(context.query);
      if (query) context.query = query as RouteContext['query'];
      return handler(getPlatform(), actor, context);
    });
}

/** The same for a page of the portal, which says itself how it went. */
export const forAccount = (handler: Handler) => forActor(handler, null);

/** A handler for anybody. */
export function forAnyone(
  handler: (platform: Platform, context: RouteContext) => Promise<unknown>,
  status: number | null = 200,
) {
  return (context: RouteContext) => answer(context, status, async () => handler(getPlatform(), context));
}

/** A page for anybody, which says itself how it went. */
export const forVisitor = (handler: (platform: Platform, context: RouteContext) => Promise<unknown>) =>
  forAnyone(handler, null);

/** `status` null: the work has said it. */
export async function answer(
  context: RouteContext,
  status: number | null,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    const body = await work();
    if (status !== null) context.status = status;
    if (body !== undefined) context.body = body;
  } catch (error) {
    answerProblem(context, error);
  }
}

/** The body as an object; anything else is an empty one, which the checks behind it then refuse in words. */
export function bodyOf(context: RouteContext): Record<string, unknown> {
  const body = context.request.body;
  return body && typeof body === 'object' && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
}

export function objectOf(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** How long the page is willing to wait for the record, in milliseconds; at most ten seconds. */
export function waitOf(context: RouteContext): number {
  const wait = Number(context.query.wait ?? 0);
  return Number.isFinite(wait) ? Math.min(10_000, Math.max(0, wait)) : 0;
}
