// Owns the asking for a merge, and the answer to it: at once where the package wants no approval or a head asks, else by
// a second person. Of two that ask for one case at the same time, one wins.
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { DIFFERENT_PERSON, requireAllowed } from '../policy/decision';
import type { CaseSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import type { Sendable } from '../storage/rows';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { followMerge } from './follow-merge';
import { linkReason } from './link-reason';
import { loadLink } from './load-link';
import { loadPair } from './load-pair';
import { isMergedAtOnce, type MergeDefinition, mergeDefinition } from './merge-definition';
import { lockPair, requireMergeable } from './mergeable';
import { stageMerge } from './stage-merge';
import { tellAskedMerge, tellDecidedMerge } from './tell-merge';

export interface MergeAnswer {
  linkId: string;
  /** null: it waits for approval */
  actionId: string | null;
}

export async function mergeCases(
  platform: Platform,
  actor: Actor,
  caseId: string,
  asked: { otherCaseId: unknown; reason: unknown },
): Promise<MergeAnswer> {
  const { own, other } = await loadPair(platform, actor, caseId, asked.otherCaseId);
  const published = await packageOf(platform, own.current);
  const definition = mergeDefinition(published);
  const { tenantId } = actor;
  requireAllowed(decide(actor, 'case.merge', { tenantId, groups: definition.groups ?? [], case: own.subject }));
  const reason = linkReason(asked.reason);
  const linkId = randomUUID();
  const isApproved = isMergedAtOnce(actor, definition, own.subject);
  const staged = await onlyOne(
    () =>
      inTransaction(platform.strapi, async (trx): Promise<Sendable | null> => {
        const pair = await lockPair(trx, own.current.id, other.current.id);
        await requireMergeable(trx, pair.own, pair.other);
        const at = platform.clock.now();
        const link = { id: linkId, tenant_id: tenantId, case_id: pair.own.id, created_by: actor.personId };
        await trx('procedures.case_links').insert({
          ...link,
          other_case_id: pair.other.id,
          kind: 'MERGED_INTO',
          state: 'ASKED',
          reason,
          created_at: at,
        });
        if (isApproved) return stageMerge(platform, trx, actor, { linkId, ...pair, published });
        const subject = { subjectType: 'case', subjectId: pair.own.id, detail: { link: linkId, other: pair.other.id } };
        await writeAudit(trx, { tenantId, at, actor, action: 'case.askMerge', ...subject });
        await tellAskedMerge(trx, { link, now: at, by: actor.personId }, pair.own, definition.approval);
        return null;
      }),
    mergeExists,
  );
  if (staged) send(platform, staged);
  return { linkId, actionId: staged?.id ?? null };
}

export async function approveMerge(platform: Platform, actor: Actor, linkId: string): Promise<MergeAnswer> {
  const { link, own, other } = await loadLink(platform.knex, linkId, actor.tenantId);
  const published = await packageOf(platform, own.current);
  requireAllowed(decide(actor, 'case.link', other.subject));
  requireApprover(actor, mergeDefinition(published), own.subject, link.created_by);
  const staged = await inTransaction(platform.strapi, async (trx) => {
    const pair = await lockPair(trx, own.current.id, other.current.id);
    if (!(await trx('procedures.case_links').where({ id: linkId, state: 'ASKED' }).first('id'))) throw alreadyDecided();
    await requireMergeable(trx, pair.own, pair.other);
    await tellDecidedMerge(trx, { link, now: platform.clock.now(), by: actor.personId }, 'APPROVED');
    return stageMerge(platform, trx, actor, { linkId, ...pair, published });
  });
  send(platform, staged);
  return { linkId, actionId: staged.id };
}

/** By whoever may approve; whoever asked may take it back. */
export async function refuseMerge(platform: Platform, actor: Actor, linkId: string, given: unknown): Promise<void> {
  const { link, own, other } = await loadLink(platform.knex, linkId, actor.tenantId);
  requireAllowed(decide(actor, 'case.link', own.subject));
  requireAllowed(decide(actor, 'case.link', other.subject));
  if (link.created_by !== actor.personId)
    requireApprover(actor, mergeDefinition(await packageOf(platform, own.current)), own.subject, link.created_by);
  const reason = linkReason(given);
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const refused = await trx('procedures.case_links')
      .where({ id: linkId, state: 'ASKED' })
      .update({ state: 'REFUSED', ended_by: actor.personId, ended_at: at, ended_reason: reason });
    if (refused === 0) throw alreadyDecided();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      actingFor: link.created_by === actor.personId ? null : actingHeadFor(actor, [own.current.handling_unit]),
      action: 'case.refuseMerge',
      subjectType: 'case',
      subjectId: link.case_id,
      detail: { link: linkId, other: link.other_case_id },
    });
    const end = link.created_by === actor.personId ? 'TAKEN_BACK' : 'REFUSED';
    await tellDecidedMerge(trx, { link, now: at, by: actor.personId }, end);
  });
}

function requireApprover(actor: Actor, { approval }: MergeDefinition, subject: CaseSubject, askedBy: string | null) {
  requireAllowed(decide(actor, approval === 'HEAD' ? 'case.decideLink' : 'case.link', subject));
  if (askedBy === actor.personId) requireAllowed(DIFFERENT_PERSON);
}

const packageOf = (platform: Platform, own: { tenant_id: string; package_id: string; package_version: string }) =>
  platform.library.load(own.tenant_id, own.package_id, own.package_version);

function send(platform: Platform, staged: Sendable): void {
  platform.outbox.sendNow(staged);
  followMerge(platform, staged.id);
}

const mergeExists = () =>
  new ProblemError({
    code: 'MERGE_EXISTS',
    status: 409,
    vi: 'Hồ sơ này đang được đề nghị nhập hoặc đã nhập vào một hồ sơ khác. Hãy tải lại trang.',
    en: 'Expected a case that nobody merges, but somebody asked to, or has: reload the page.',
  });

const alreadyDecided = () =>
  new ProblemError({
    code: 'MERGE_DECIDED',
    status: 409,
    vi: 'Đề nghị nhập hồ sơ này đã được xét hoặc đã rút. Hãy tải lại trang.',
    en: 'Expected a merge that waits for a decision, but it was decided: reload the page.',
  });
