// Owns the hand-over by an account: the shorter form of a start whose groups the person belongs to.
import { beginCase, type StartedCase } from '../cases/begin-case';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import type { SentBody } from './ask';
import { keepFiles } from './keep-files';
import { readForm } from './read-form';
import { type OutsideOffer, outsideOffers, outsideValues } from './start-outside';

const WAIT_MS = 5_000;

export async function offersOf(platform: Platform, actor: Actor): Promise<OutsideOffer[]> {
  const offers = await outsideOffers(platform, actor.tenantId, 'account');
  return offers.filter(
    ({ published, start }) =>
      decide(actor, 'case.start', { tenantId: actor.tenantId, packageId: published.read.id, groups: start.groups })
        .allowed,
  );
}

export async function offerOf(
  platform: Platform,
  actor: Actor,
  packageId: string,
  event: string,
): Promise<OutsideOffer> {
  const found = (await offersOf(platform, actor)).find(
    ({ published, start }) => published.read.id === packageId && start.event === event,
  );
  return found ?? requireAllowed(NOT_FOUND);
}

export async function handOver(
  platform: Platform,
  actor: Actor,
  offer: OutsideOffer,
  entryId: string,
  { typed, files }: SentBody,
  timeZone: string,
): Promise<StartedCase> {
  const { tenantId } = actor;
  const form = findForm(offer.published, offer.outside.form) ?? { components: [] };
  const unit = unitOf(actor, offer);
  const sent = readForm(form, typed, timeZone);
  const { values, isProtected } = await outsideValues(platform, tenantId, offer, sent, unit);
  const isNew = !(await platform.knex('procedures.cases').where({ id: entryId }).first('id'));
  if (isNew)
    await keepFiles(platform, files, {
      tenantId,
      actor,
      clientId: entryId,
      caseId: null,
      isProtected,
      keepsFacts: !isProtected,
    });
  const { published, start } = offer;
  const started = await beginCase(platform, {
    actor,
    tenantId,
    published,
    start,
    values: {},
    checked: values,
    clientId: entryId,
  });
  await waitForAction(platform.knex, platform.settlements, started.actionId, WAIT_MS);
  return started;
}

/** The unit for which the person may start this. */
const unitOf = (actor: Actor, { start }: OutsideOffer): string | null =>
  actor.units.find((unit) => start.groups.some((group) => group.startsWith(`${unit}/`))) ?? actor.units[0] ?? null;
