// Owns turning a package into what one tenant deploys: ids that clash with nobody's, and only what the broker should
// see. The stored package is not touched; `changes` says what unrewrite-package has to put back.
import { ProblemError } from '../problems/problem-error';
import { type ModelWarning, readModel, writeModel } from './model-xml';
import { packageIds } from './package-ids';
import { type DeployedId, deployedId, type IdScope } from './plain-ids';
import type { ReadPackage } from './read-package';
import { rewriteBpmn } from './rewrite-bpmn';
import type { ModelChange } from './rewrite-changes';
import { rewriteDmn } from './rewrite-dmn';

export interface RewrittenPackage {
  scope: IdScope;
  /** What is deployed, in one deployment. */
  resources: { name: string; content: Buffer }[];
  /** Plain and deployed id of everything that the broker knows by name. */
  ids: DeployedId[];
  /** Per model file: what was changed beside the ids. JSON, to be kept with the deployment. */
  changes: Record<string, ModelChange[]>;
}

/** Forms are not deployed: the platform shows them by itself. */
export async function rewritePackage(pkg: ReadPackage, options: { tenantId: string }): Promise<RewrittenPackage> {
  const scope: IdScope = { tenantId: options.tenantId, packageId: pkg.id, version: pkg.version };
  const ids = packageIds(pkg, scope);
  const rewritten: RewrittenPackage = { scope, resources: [], ids: ids.list, changes: {} };
  for (const file of pkg.files) {
    if (file.kind !== 'bpmn' && file.kind !== 'dmn') continue;
    const model = await readModel(file.kind, file.path, file.content);
    refuseUnread(model.path, model.warnings);
    rewritten.changes[file.path] = file.kind === 'bpmn' ? rewriteBpmn(model, ids) : rewriteDmn(model, ids);
    rewritten.resources.push({ name: resourceName(scope, file.path), content: await writeModel(model) });
  }
  return rewritten;
}

export const resourceName = (scope: IdScope, file: string): string =>
  deployedId(scope, file.replaceAll('/', '__'), false);

/** What the reader could not place would be lost in the deployed model, silently. */
function refuseUnread(file: string, warnings: readonly ModelWarning[]): void {
  if (warnings.length === 0) return;
  const [first] = warnings;
  const reason = first.message.split('\n')[0];
  throw new ProblemError({
    code: 'PACKAGE_MODEL_UNREAD_PARTS',
    vi: `Mọi phần của ${file} phải đọc được, nhưng ${first.element ?? 'một phần'}: ${reason}.`,
    en: `Expected every part of ${file} to be understood, but ${first.element ?? 'a part'}: ${reason}.`,
    detail: { file, warnings },
  });
}
