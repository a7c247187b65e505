// Owns changing the manifest of a draft from a form: read, changed, held to what the law keeps of the version in force, and
// saved from the revision that it was read at, so that nobody's work is overwritten.
import { type LawBase, problemsByLaw } from '../packages/guardrails/find-guardrail-problems';
import { type ReadPackage, readPackage } from '../packages/read-package';
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { completePackage } from './complete-package';
import { completedDraft } from './completed-draft';
import { findDraft } from './draft-rows';
import { saveDraftFile } from './save-draft-file';

const FILE = 'manifest.json';

export async function changeManifest(
  platform: Platform,
  actor: Actor,
  draftId: string,
  change: (manifest: Manifest, eventCodes: readonly string[]) => void,
): Promise<void> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const { revision } = await platform
    .knex('procedures.draft_files')
    .where({ draft_id: draft.id, path: FILE })
    .first<{ revision: number }>('revision');
  const { saved, files, law, groups } = await completedDraft(platform, draft);
  const before = await readPackage(files);
  const manifest = JSON.parse(saved.get(FILE)?.toString('utf8') ?? '') as Manifest;
  change(
    manifest,
    before.events.map((event) => event.code),
  );
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const changed = new Map(saved).set(FILE, Buffer.from(text, 'utf8'));
  refuseForbidden(law, before, await readPackage(await completePackage(changed, groups, law.inForce)));
  await saveDraftFile(platform, actor, draft.id, { path: FILE, revision, text, isCopy: false });
}

/** Only what this change does: what was forbidden before is the check's to say. */
function refuseForbidden(law: LawBase, before: ReadPackage, after: ReadPackage): void {
  const known = new Set(problemsByLaw(law, before).map((one) => `${one.code} ${one.element}`));
  const added = problemsByLaw(law, after).filter((one) => !known.has(`${one.code} ${one.element}`));
  if (added.length === 0) return;
  throw new ProblemError({
    code: 'DRAFT_AGAINST_LAW',
    status: 422,
    vi: added.map((one) => one.vi).join(' '),
    en: added.map((one) => one.en).join(' '),
    detail: { findings: added },
  });
}
