// Owns the start of a case by a person or a program: one of the starts of the package, and a group that may.
import type { Manifest } from '../packages/types';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { beginCase, type StartedCase } from './begin-case';

export interface StartCaseInput {
  packageId: string;
  event: string;
  values: Record<string, unknown>;
  at?: unknown;
  lateReason?: unknown;
  /** The version whose form the page shows; none said, nothing asked. */
  version?: unknown;
  /** The number of a paper, of a block that was kept. */
  reserved?: unknown;
  /** Ids of cases that may be about the same. */
  suspected?: unknown;
  /** Who enters it has said that nothing in it is meant; a program is not asked. */
  confirmedEmpty: boolean;
  /** uuid made by the page once per entry: the same one again is the same case. */
  clientId: string;
}

export async function startCase(platform: Platform, actor: Actor, input: StartCaseInput): Promise<StartedCase> {
  const { tenantId } = actor;
  const published = await platform.library.active(tenantId, input.packageId);
  const manifest = published.read.manifest;
  const start = manifest.starts.find((one) => one.event === input.event);
  if (!start) throw unknownStart(input.event, manifest);
  requireAllowed(decide(actor, 'case.start', { tenantId, packageId: input.packageId, groups: start.groups }));
  return beginCase(platform, { ...input, actor, tenantId, published, start });
}

const unknownStart = (event: string, manifest: Manifest) =>
  new ProblemError({
    code: 'START_UNKNOWN',
    vi: `Bộ quy trình "${manifest.id}" không bắt đầu bằng sự kiện "${event}".`,
    en: `Expected one of ${manifest.starts.map((one) => one.event).join(', ')}, but got "${event}".`,
  });
