// Owns the proposal that a decision makes for a task before somebody decides: asked afresh when the task is looked at and
// when it is completed, because the record may have changed.
import { engineVariables } from '../context/engine-variables';
import { ProblemError } from '../problems/problem-error';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { askDecision } from './ask-decision';

/** Results of decisions under this name are proposals. */
const PROPOSAL = 'proposal';

/** The proposal for `elementId` over the case's context, or null when the package makes none or the engine is away. */
export async function proposalFor(
  platform: Platform,
  published: PublishedPackage,
  elementId: string,
  context: Record<string, unknown>,
): Promise<Record<string, unknown> | null> {
  const decision = published.read.events
    .filter((event) => event.by.some((source) => source.kind === 'task' && source.element === elementId))
    .flatMap((event) => event.decisions ?? [])
    .find((one) => one.as === PROPOSAL);
  if (!decision) return null;
  const manifest = published.read.manifest;
  try {
    const variables = engineVariables(manifest, context);
    const result = await askDecision(platform, published.tenantId, manifest, decision.decision, variables);
    return result && typeof result === 'object' ? (result as Record<string, unknown>) : { value: result };
  } catch (error) {
    // The task can be read without its proposal; completing it will say if the engine is still away.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
