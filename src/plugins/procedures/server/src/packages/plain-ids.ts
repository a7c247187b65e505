// Owns the names under which many tenants share one broker: how a plain id becomes a deployed one and back.
//
// Deployed = `<tenant>__<package>__<plain>`, with `__v1_0_0` behind it for what is only referenced. The dashes of
// tenant and package become underscores (a dash in a decision id is a minus in FEEL). The join is injective: tenant and
// package hold no underscore and no doubled, leading or trailing dash, so the first two `__` are ours; and a plain id
// may not end like a version.
import { ProblemError } from '../problems/problem-error';

export type IdKind = 'process' | 'decision' | 'drg' | 'message' | 'signal';

export interface DeployedId {
  kind: IdKind;
  plainId: string;
  deployedId: string;
}

export interface IdScope {
  tenantId: string;
  packageId: string;
  version: string;
}

const TENANT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PACKAGE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VERSION = /^\d+\.\d+\.\d+$/;
const LOOKS_VERSIONED = /__v\d+_\d+_\d+$/;

const underscored = (id: string): string => id.replaceAll('-', '_');
const versionSuffix = (version: string): string => `__v${version.replaceAll('.', '_')}`;

function refuse(what: string, value: string, rule: string): never {
  throw new ProblemError({
    code: 'PACKAGE_ID_REFUSED',
    vi: `Mã ${what} "${value}" không dùng được để triển khai; mã phải theo mẫu ${rule}.`,
    en: `Expected the ${what} to match ${rule}, but it is "${value}".`,
    detail: { what, value },
  });
}

function prefixOf(scope: IdScope): string {
  if (!TENANT.test(scope.tenantId)) refuse('tenant id', scope.tenantId, String(TENANT));
  if (!PACKAGE.test(scope.packageId)) refuse('package id', scope.packageId, String(PACKAGE));
  if (!VERSION.test(scope.version)) refuse('version', scope.version, String(VERSION));
  return `${underscored(scope.tenantId)}__${underscored(scope.packageId)}__`;
}

/** `versioned` is for what is only referenced: called processes, decisions, decision graphs. */
export function deployedId(scope: IdScope, plainId: string, versioned: boolean): string {
  if (LOOKS_VERSIONED.test(plainId)) refuse('plain id', plainId, 'no version at its end');
  return `${prefixOf(scope)}${plainId}${versioned ? versionSuffix(scope.version) : ''}`;
}

/** The plain id of a deployed one of this scope, or null when it is of another scope. */
export function plainId(scope: IdScope, deployed: string): string | null {
  const prefix = prefixOf(scope);
  return deployed.startsWith(prefix) ? deployed.slice(prefix.length).replace(LOOKS_VERSIONED, '') : null;
}

/** Look-ups in both directions over the ids that a deployment stored. */
export interface PlainIds {
  toPlain(kind: IdKind, deployed: string): string | null;
  toDeployed(kind: IdKind, plain: string): string | null;
}

export function plainIds(ids: readonly DeployedId[]): PlainIds {
  const plain = new Map(ids.map((id) => [`${id.kind} ${id.deployedId}`, id.plainId]));
  const deployed = new Map(ids.map((id) => [`${id.kind} ${id.plainId}`, id.deployedId]));
  return {
    toPlain: (kind, id) => plain.get(`${kind} ${id}`) ?? null,
    toDeployed: (kind, id) => deployed.get(`${kind} ${id}`) ?? null,
  };
}
