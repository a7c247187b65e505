// Owns a draft read as the package that it would become; null while its files make none (the check says why).
import { completedDraft } from '../drafts/completed-draft';
import type { DraftRecord } from '../drafts/draft-rows';
import { type ReadPackage, readPackage } from '../packages/read-package';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

export async function draftPackage(platform: Platform, draft: DraftRecord): Promise<ReadPackage | null> {
  const { files } = await completedDraft(platform, draft);
  return readPackage(files).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
}
