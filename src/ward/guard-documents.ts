// Owns the guard around the documents that procedures work on. Writes: only the platform's own. Reads in a request: the
// reader's tenant, and outside the platform's pages only records whose content the policy lets the reader see.
import type { Core } from '@strapi/strapi';
import { caseAccess } from '../plugins/procedures/server/src/policy/case-access';
import { platformWrite } from '../plugins/procedures/server/src/policy/platform-write';
import { caseSubject } from '../plugins/procedures/server/src/policy/subjects';
import type { Actor } from '../plugins/procedures/server/src/tenants/actor';
import { loadActor } from '../plugins/procedures/server/src/tenants/load-actor';
import { systemClock } from '../plugins/procedures/server/src/time/clock';
import { PEOPLE_TYPE, recordTypes } from './record-types';
import { forbidden, NOT_READABLE, READ_ONLY } from './refuse';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

interface RequestLike {
  path: string;
  state: { actor?: Actor; user?: { id: number }; auth?: { strategy?: { name?: string } } };
}
interface GuardedCall {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

export function guardDocuments(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as GuardedCall;
    if (recordTypes.has(call.uid) && !platformWrite.isActive()) await guard(strapi, call);
    return next();
  });
}

async function guard(strapi: Core.Strapi, call: GuardedCall): Promise<void> {
  if (!READS.has(call.action)) throw forbidden(READ_ONLY);
  const request = strapi.requestContext.get() as unknown as RequestLike | undefined;
  // No request: the server's own background work, which has no reader to protect the record from.
  if (!request) return;
  const actor = await actorOf(strapi, request);
  if (!actor || actor.isAdministrator || actor.isAuditor) throw forbidden(NOT_READABLE);
  const limits: object[] = [{ tenant: actor.tenantId }];
  // The gate has set the actor on the platform's own routes, whose services ask the policy for each case.
  if (!request.state.actor) {
    if (call.uid === PEOPLE_TYPE) throw forbidden(NOT_READABLE);
    limits.push(await readableRecords(strapi, actor, call.uid));
  }
  // Kept under $and: findOne sets documentId beside it and would overwrite one of ours.
  call.params.filters = { $and: [...(call.params.filters ? [call.params.filters] : []), ...limits] };
}

async function actorOf(strapi: Core.Strapi, request: RequestLike): Promise<Actor | null> {
  const { actor, user, auth } = request.state;
  if (actor) return actor;
  // A user of the content API has an id too, of another table: it is nobody here.
  if (!user || auth?.strategy?.name !== 'admin') return null;
  // Positions are judged by the wall clock here: this door is not part of any procedure.
  return loadActor(strapi.db.connection, user.id, systemClock.now());
}

async function readableRecords(strapi: Core.Strapi, actor: Actor, uid: string): Promise<object> {
  const rows = await strapi.db
    .connection('procedures.cases')
    .where({ tenant_id: actor.tenantId })
    .select('tenant_id', 'handling_unit', 'origin_unit', 'restricted', 'participating_units', 'record_document_id');
  const readable: string[] = rows
    .filter((row) => caseAccess(actor, caseSubject(row)) === 'content')
    .map((row) => row.record_document_id);
  const isOne = { documentId: { $in: readable } };
  const via = recordTypes.get(uid)?.via;
  return via ? { [via]: isOne } : isOne;
}
