// Owns whose identity on a case is protected, as its package says, in the words of the policy.
import type { CaseSubject } from '../policy/subjects';
import type { PublishedPackage } from '../publishing/package-library';
import { protectionOf } from '../sealing/protection';

export function caseProtection(published: PublishedPackage, context: Record<string, unknown>): Partial<CaseSubject> {
  const declared = protectionOf(published.read.manifest, context);
  return declared ? { identityProtection: true, ...(declared.roles ? { protectedRoles: declared.roles } : {}) } : {};
}
