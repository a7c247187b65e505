// Owns proposing a version: the files are completed, checked, held to what the law keeps, and frozen until somebody else
// decides. Of one package one proposal is open at a time.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ProposedTrials } from '../../../shared/trials-contract';
import { writeAudit } from '../audit/write-audit';
import { connectionChoices } from '../connections/connection-choices';
import { checkDraft } from '../drafts/check-draft';
import { completedDraft } from '../drafts/completed-draft';
import { type DraftRecord, findDraft } from '../drafts/draft-rows';
import { refuseIfBehind } from '../drafts/take-newer';
import { notify } from '../notices/notify';
import type { Manifest } from '../packages/types';
import { versionRank } from '../packages/version-rank';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import type { Actor } from '../tenants/actor';
import { laterInstant } from '../time/later-instant';
import { proposedTrials } from '../trials/proposed-trials';
import { approverRules } from './approver-rules';
import { notPublishable, publicationPending, refused, versionProblem } from './publication-problems';

interface Proposal {
  packageId: string;
  files: Map<string, Buffer>;
  /** The version that it was made from; an earlier version that comes back stands on what is in force. */
  base: string | null;
  kind: 'CHANGE' | 'ROLLBACK';
  draftId: string | null;
  restores: string | null;
  /** How its scenarios stood; null: an earlier version comes back. */
  trials: ProposedTrials | null;
}

export interface ProposalInput {
  version: unknown;
  note: unknown;
  effectiveAt: unknown;
  /** Why it is proposed though scenarios fail. */
  trialsReason?: unknown;
}

/** `find`: which draft may be proposed, asked again when the proposal is written. */
export async function proposeDraft(
  platform: Platform,
  actor: Actor,
  draftId: string,
  input: ProposalInput,
  find: (knex: Knex) => Promise<DraftRecord> = (knex) => findDraft(knex, actor.tenantId, draftId),
) {
  const draft = await find(platform.knex);
  await refuseIfBehind(platform, draft);
  const { saved, files } = await completedDraft(platform, draft);
  const { tenantId } = actor;
  const trials = await proposedTrials(platform.knex, { tenantId, draftId, saved, reason: input.trialsReason });
  const proposal = {
    packageId: draft.package_id,
    files,
    base: draft.base_version,
    kind: 'CHANGE',
    draftId: draft.id,
    restores: null,
    trials,
  } as const;
  return propose(platform, actor, proposal, input, find);
}

/** An earlier version comes back as a new one: numbers only rise, and what cases have started with stays as it is. */
export async function proposeRollback(
  platform: Platform,
  actor: Actor,
  packageId: string,
  restores: string,
  input: ProposalInput,
) {
  const { read } = await platform.library.load(actor.tenantId, packageId, restores);
  const files = new Map(read.files.map((file) => [file.path, file.content]));
  return propose(
    platform,
    actor,
    { packageId, files, base: null, kind: 'ROLLBACK', draftId: null, restores, trials: null },
    input,
  );
}

async function propose(
  platform: Platform,
  actor: Actor,
  proposal: Proposal,
  input: ProposalInput,
  expectStill?: (trx: Knex.Transaction) => Promise<unknown>,
): Promise<{ id: string }> {
  const note = reasonOf(input.note);
  const law = await platform.library.lawBase(actor.tenantId, proposal.packageId, { restores: proposal.restores });
  const published: string[] = await platform
    .knex('procedures.packages')
    .where({ tenant_id: actor.tenantId, package_id: proposal.packageId })
    .pluck('version');
  const version = nextVersion(input.version, published);
  const now = platform.clock.now();
  const effectiveAt = laterInstant(input.effectiveAt, now, () =>
    refused('effectiveAt', 'Ngày hiệu lực phải ở sau lúc này.', 'Expected an instant after now.'),
  );
  const files = withVersion(proposal.files, version);
  const verdict = await checkDraft(files, law, await connectionChoices(platform.knex, actor.tenantId));
  if (verdict.errors > 0 || !verdict.read) throw notPublishable(verdict.problems);
  const id = randomUUID();
  const row = {
    id,
    tenant_id: actor.tenantId,
    package_id: proposal.packageId,
    version,
    base_version: proposal.base ?? law.inForce.version,
    kind: proposal.kind,
    draft_id: proposal.draftId,
    restores: proposal.restores,
    note,
    state: 'PROPOSED',
    effective_at: effectiveAt,
    proposed_by: actor.personId,
    proposed_at: now,
    trials: proposal.trials && JSON.stringify(proposal.trials.scenarios),
    trials_reason: proposal.trials?.reason ?? null,
  };
  await inTransaction(platform.strapi, async (trx) => {
    await onlyOne(async () => trx('procedures.publications').insert(row), publicationPending);
    await expectStill?.(trx);
    await trx('procedures.publication_files').insert(
      [...files].map(([path, content]) => ({ publication_id: id, path, content })),
    );
    await tellApprovers(trx, actor, id, verdict.read?.manifest.title.vi ?? proposal.packageId, now);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'publication.propose',
      subjectType: 'publication',
      subjectId: id,
      detail: { package: proposal.packageId, version, kind: proposal.kind, hash: verdict.read?.contentHash ?? '' },
    });
  });
  return { id };
}

async function tellApprovers(trx: Knex.Transaction, actor: Actor, id: string, title: string, now: Date): Promise<void> {
  const approvers = await approverRules(trx, actor.tenantId);
  const units: string[] =
    approvers.units ??
    (await trx('procedures.units').where({ tenant_id: actor.tenantId, external: false }).pluck('code'));
  await notify(trx, {
    tenantId: actor.tenantId,
    kind: 'SYSTEM',
    to: [
      ...(approvers.administrators ? [{ administrators: true } as const] : []),
      ...units.map((unit) => ({ unitHead: unit })),
    ],
    why: {
      vi: `Một phiên bản mới của quy trình "${title}" chờ người thứ hai duyệt.`,
      en: `A new version of procedure "${title}" waits for a second person to approve it.`,
    },
    link: `/packages/publications/${id}`,
    now,
    by: actor.personId,
  });
}

function nextVersion(given: unknown, published: readonly string[]): string {
  const text = typeof given === 'string' ? given.trim() : '';
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(text)) throw versionProblem();
  const highest = [...published].sort((a, b) => versionRank(a).localeCompare(versionRank(b))).at(-1);
  if (highest && versionRank(text) <= versionRank(highest)) throw versionProblem(highest);
  return text;
}

function withVersion(files: ReadonlyMap<string, Buffer>, version: string): Map<string, Buffer> {
  const changed = new Map(files);
  try {
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '') as Manifest;
    changed.set('manifest.json', Buffer.from(`${JSON.stringify({ ...manifest, version }, null, 2)}\n`, 'utf8'));
  } catch {
    // The check that follows says that the manifest cannot be read.
  }
  return changed;
}
