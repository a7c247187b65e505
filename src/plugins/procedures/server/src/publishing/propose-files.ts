// Owns a proposal that a program makes: the files that it brings become a draft, and the draft is proposed. What is not
// accepted leaves no draft behind, but for one that only has to be tried first: a person goes on with it.
import { closeDraft } from '../drafts/close-draft';
import { openDraft } from '../drafts/open-draft';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { proposeDraft } from './propose-publication';

export interface ProposedFiles {
  tenant: string;
  draftId: string;
  publicationId: string;
  version: string;
}

const PATH = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*){0,3}$/u;
const MOST_FILES = 2_000;

export async function proposeFiles(
  platform: Platform,
  actor: Actor,
  packageId: string,
  files: Record<string, unknown>,
  input: Record<string, unknown>,
): Promise<ProposedFiles> {
  const paths = Object.keys(files);
  const odd = paths.find((path) => path.length > 200 || !PATH.test(path));
  if (odd !== undefined || paths.length === 0 || paths.length > MOST_FILES) throw oddFiles(odd ?? '');
  if (input.basedOn !== undefined) {
    const { version } = (await platform.library.active(actor.tenantId, packageId)).read;
    if (input.basedOn !== version) throw behind(String(input.basedOn), version);
  }
  const brought = new Map(paths.map((path) => [path, Buffer.from(String(files[path]), 'base64')]));
  const draft = await openDraft(platform, actor, packageId, brought);
  try {
    const { version, note, effectiveAt, trialsReason } = input;
    const { id } = await proposeDraft(platform, actor, draft.id, { version, note, effectiveAt, trialsReason });
    return { tenant: actor.tenantId, draftId: draft.id, publicationId: id, version: String(version) };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'TRIALS_MUST_HOLD')
      await closeDraft(platform, actor, draft.id);
    throw error;
  }
}

/** Whole files say nothing of what they were made from; who says it undoes no newer version without a word. */
const behind = (base: string, version: string) =>
  new ProblemError({
    code: 'DRAFT_BEHIND',
    status: 409,
    vi: `Bộ quy trình làm từ phiên bản ${base}, nhưng đang áp dụng phiên bản ${version}. Hãy lấy bản đang áp dụng về, đưa thay đổi vào, rồi đề nghị lại.`,
    en: `Expected a package made from the version in force, but it was made from ${base} and ${version} is in force. Export that one, bring your changes into it, and propose again.`,
    detail: { base, version },
  });

const oddFiles = (path: string) =>
  new ProblemError({
    code: 'PACKAGE_FILES_REFUSED',
    status: 422,
    vi: `Cần từ 1 đến ${MOST_FILES} tệp có tên nằm trong gói, nhưng có tên "${path}".`,
    en: `Expected 1 to ${MOST_FILES} files with names inside the package, but got "${path}".`,
  });
