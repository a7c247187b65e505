// Owns the question whether a proposal is read over a version that is in force no more, so that what its reader approves is
// not what would change; and its refusal.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { PublicationRecord } from './publication-rows';

/** The version that came meanwhile; null: none, or it is decided. */
export async function overtakenBy(platform: Platform, publication: PublicationRecord): Promise<string | null> {
  const { tenant_id, package_id, version, base_version, state } = publication;
  if (state !== 'PROPOSED' && state !== 'APPROVED') return null;
  const inForce = (await platform.library.active(tenant_id, package_id)).read.version;
  // Its own version in force already: enforcing died half-way and is repeated.
  return inForce === base_version || inForce === version ? null : inForce;
}

export async function refuseIfOvertaken(platform: Platform, publication: PublicationRecord): Promise<void> {
  const { base_version } = publication;
  const inForce = await overtakenBy(platform, publication);
  if (inForce === null) return;
  throw new ProblemError({
    code: 'PUBLICATION_OVERTAKEN',
    status: 409,
    vi: `Đề nghị này so với phiên bản ${base_version}, nhưng phiên bản ${inForce} đã được áp dụng sau đó. Hãy rút hoặc từ chối đề nghị, nhận thay đổi của phiên bản ${inForce} vào bản thảo, rồi đề nghị lại.`,
    en: `Expected a proposal over the version in force, but it was made over ${base_version} and ${inForce} came since. Withdraw or refuse it, take over the changes of ${inForce} into the draft, and propose again.`,
    detail: { base: base_version, version: inForce },
  });
}
