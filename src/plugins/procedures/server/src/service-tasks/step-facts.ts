// Owns what a step knows of its case: the variables that the manifest lets cross, as they stand now, and whether the case is
// one of which nothing is told outside.
import { caseContext } from '../cases/case-context';
import { engineVariables } from '../context/engine-variables';
import { findProtected } from '../mail/find-protected';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';

export interface StepFacts {
  published: PublishedPackage;
  variables: Record<string, unknown>;
  context: Record<string, unknown>;
  sensitive: boolean;
}

export async function stepFacts(platform: Platform, caseId: string): Promise<StepFacts> {
  const current: CaseRecord = await platform.knex('procedures.cases').where({ id: caseId }).first();
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const { context } = await caseContext(platform, current, published);
  const variables = engineVariables(published.read.manifest, context);
  const sensitive = (await findProtected(platform, [current])).size > 0;
  return { published, variables, context: { ...context, ...variables }, sensitive };
}
