// Owns a proposal that a program makes: of files that it brings, which become a draft, or of a draft that it has brought
// before to have its scenarios tried. Files that are not accepted leave no draft behind; what was tried is kept where the
// same files may yet be proposed.
import { broughtDraft } from '../drafts/brought-draft';
import { closeUntouched } from '../drafts/close-draft';
import { openDraft } from '../drafts/open-draft';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { isGoingOn } from '../trials/is-going-on';
import { trialProblems } from '../trials/trial-problems';
import { type Brought, broughtFiles } from './brought-files';
import { type ProposalInput, proposeDraft } from './propose-publication';
import { refuseOtherBase } from './refuse-other-base';

/** The files themselves are refused: the same ones are brought and tried anew. */
const ENDS_WHAT_WAS_TRIED = ['TRIALS_MUST_HOLD', 'TRIALS_NEED_REASON', 'PACKAGE_HAS_ERRORS', 'DRAFT_BEHIND'];

export interface ProposedPackage {
  tenant: string;
  draftId: string;
  publicationId: string;
  version: string;
}

export async function proposeBrought(
  platform: Platform,
  actor: Actor,
  packageId: string,
  of: Brought | { draftId: string },
  input: ProposalInput,
): Promise<ProposedPackage> {
  const draftId =
    'draftId' in of
      ? await triedDraft(platform, actor, packageId, of.draftId)
      : await draftOf(platform, actor, packageId, of);
  try {
    const { id } = await proposeDraft(platform, actor, draftId, input, (knex) =>
      broughtDraft(knex, actor, packageId, draftId),
    );
    return { tenant: actor.tenantId, draftId, publicationId: id, version: String(input.version) };
  } catch (error) {
    const ends = error instanceof ProblemError && ENDS_WHAT_WAS_TRIED.includes(error.code);
    if (ends || !('draftId' in of)) await closeUntouched(platform, draftId, actor);
    throw error;
  }
}

async function triedDraft(platform: Platform, actor: Actor, packageId: string, id: string): Promise<string> {
  const draft = await broughtDraft(platform.knex, actor, packageId, id);
  if (isGoingOn(platform.trials.runs.get(draft.id))) throw trialProblems.goesOn();
  return draft.id;
}

async function draftOf(platform: Platform, actor: Actor, packageId: string, brought: Brought): Promise<string> {
  const files = broughtFiles(brought.files);
  await refuseOtherBase(platform, actor.tenantId, packageId, brought.basedOn);
  return (await openDraft(platform, actor, packageId, files)).id;
}
