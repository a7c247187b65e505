// Owns what a case's package says of merging and splitting; a package that says nothing allows neither.
import type { CaseLinkDefinition } from '../packages/types';
import { decide } from '../policy/decide';
import type { CaseSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { PublishedPackage } from '../publishing/package-library';
import type { Actor } from '../tenants/actor';

export type MergeDefinition = NonNullable<CaseLinkDefinition['merge']>;
export type SplitDefinition = NonNullable<CaseLinkDefinition['split']>;

export function mergeDefinition(published: PublishedPackage): MergeDefinition {
  const merge = published.read.manifest.record.links?.merge;
  if (merge) return merge;
  throw notDefined('nhập hồ sơ', 'merging');
}

/** Nobody else has to agree. */
export const isMergedAtOnce = (actor: Actor, { approval }: MergeDefinition, subject: CaseSubject): boolean =>
  approval === 'NONE' || (approval === 'HEAD' && decide(actor, 'case.decideLink', subject).allowed);

export function splitDefinition(published: PublishedPackage): SplitDefinition {
  const split = published.read.manifest.record.links?.split;
  if (split) return split;
  throw notDefined('tách hồ sơ', 'splitting');
}

const notDefined = (vi: string, en: string) =>
  new ProblemError({
    code: 'NOT_IN_THE_PROCEDURE',
    status: 409,
    vi: `Quy trình của hồ sơ này không có việc ${vi}. Hãy dùng liên kết "liên quan".`,
    en: `Expected a procedure that knows ${en}, but this one does not: link the cases as related.`,
  });
