// Owns the line by which a case is known in lists: the package's own expression, which identifies nobody.
import { feelContext } from '../context/feel-context';
import { resolveFeel } from '../feel/resolve-feel';
import type { PublishedPackage } from '../publishing/package-library';
import type { CaseRecord } from '../storage/rows';

export function caseTitle(published: PublishedPackage, current: CaseRecord, record: Record<string, unknown>): string {
  const setting = published.read.manifest.record.summary?.title;
  const title = resolveFeel(
    setting ?? null,
    feelContext({ record, parameters: {}, tenantId: current.tenant_id, case: current }),
  );
  return typeof title === 'string' && title !== '' ? title : published.read.manifest.title.vi;
}

/** Words of a case state: the package's own. */
export function stateTitle(published: PublishedPackage, state: string): { vi: string; en: string } | null {
  return published.read.manifest.states?.[state] ?? null;
}
