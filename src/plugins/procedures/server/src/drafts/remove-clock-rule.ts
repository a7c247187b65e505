// Owns taking a term out of a draft: never one that a law sets, and out of the steps that show it too.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { changeManifest } from './change-manifest';

export async function removeClockRule(
  platform: Platform,
  actor: Actor,
  draftId: string,
  ruleId: string,
): Promise<void> {
  await changeManifest(platform, actor, draftId, (manifest) => {
    if (!manifest.clockRules.some((rule) => rule.id === ruleId)) throw unknownRule(ruleId);
    manifest.clockRules = manifest.clockRules.filter((rule) => rule.id !== ruleId);
    for (const element of Object.values(manifest.elements)) {
      if (element.clocks) element.clocks = element.clocks.filter((clock) => clock !== ruleId);
    }
  });
}

const unknownRule = (id: string) =>
  new ProblemError({
    code: 'CLOCK_RULE_UNKNOWN',
    status: 404,
    vi: `Bản thảo không có hạn "${id}". Hãy tải lại.`,
    en: `Expected a term "${id}" in this draft, but there is none. Load it again.`,
  });
