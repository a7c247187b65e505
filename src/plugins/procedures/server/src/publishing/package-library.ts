// Owns the packages that are published: reads them from the database once and keeps them, since a published version
// never changes.
import type { Knex } from 'knex';
import type { LawBase } from '../packages/guardrails/find-guardrail-problems';
import { type ReadPackage, readPackage } from '../packages/read-package';
import type { ElementDefinition, EventDefinition, FormSchema } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { elementTitles } from './element-titles';

export interface PublishedPackage {
  tenantId: string;
  read: ReadPackage;
  /** Words of every element of every model, by plain element id. */
  titles: ReadonlyMap<string, string>;
  /** Clocks by the element that waits for their stages. */
  clockBindings: ReadonlyMap<string, string[]>;
  /** Model file that holds the main process. */
  mainModel: string;
}

export class PackageLibrary {
  readonly #knex: Knex;
  readonly #kept = new Map<string, Promise<PublishedPackage>>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The published version; throws PACKAGE_UNKNOWN when the tenant has none of that name and version. */
  load(tenantId: string, packageId: string, version: string): Promise<PublishedPackage> {
    const key = `${tenantId}/${packageId}/${version}`;
    let kept = this.#kept.get(key);
    if (!kept) {
      kept = this.#read(tenantId, packageId, version);
      kept.catch(() => this.#kept.delete(key));
      this.#kept.set(key, kept);
    }
    return kept;
  }

  /** The version that new cases of `packageId` start with. */
  async active(tenantId: string, packageId: string): Promise<PublishedPackage> {
    const row = await this.#knex('procedures.packages')
      .select('version')
      .where({ tenant_id: tenantId, package_id: packageId, active: true })
      .first();
    if (!row) throw unknownPackage(packageId, null);
    return this.load(tenantId, packageId, row.version);
  }

  /**
   * What a change of the package is held to: the version in force (or `version`, which was then), and the last one that came
   * with the application and was taken over. One that is only offered is not, but for the proposal that `restores` it.
   */
  async lawBase(
    tenantId: string,
    packageId: string,
    { version, restores = null }: { version?: string; restores?: string | null } = {},
  ): Promise<LawBase> {
    const { read: inForce } = version
      ? await this.load(tenantId, packageId, version)
      : await this.active(tenantId, packageId);
    const taken = await this.#knex('procedures.packages as p')
      .where({ 'p.tenant_id': tenantId, 'p.package_id': packageId })
      .whereNotExists((query) =>
        query
          .from('procedures.publications as u')
          .select(this.#knex.raw('1'))
          .where('u.state', 'IN_FORCE')
          .whereRaw('(u.tenant_id, u.package_id, u.version) = (p.tenant_id, p.package_id, p.version)'),
      )
      .where((query) =>
        query
          .where('p.offered', false)
          .orWhere('p.version', restores)
          .orWhereExists((taken) =>
            taken
              .from('procedures.publications as t')
              .select(this.#knex.raw('1'))
              .where('t.state', 'IN_FORCE')
              .whereRaw('(t.tenant_id, t.package_id, t.restores) = (p.tenant_id, p.package_id, p.version)'),
          ),
      )
      .orderBy('p.published_at', 'desc')
      .first<{ version: string } | undefined>('p.version');
    return { inForce, origin: taken ? (await this.load(tenantId, packageId, taken.version)).read : null };
  }

  /** All active packages of a tenant. */
  async allActive(tenantId: string): Promise<PublishedPackage[]> {
    const rows: { package_id: string; version: string }[] = await this.#knex('procedures.packages')
      .select('package_id', 'version')
      .where({ tenant_id: tenantId, active: true })
      .orderBy('package_id');
    return Promise.all(rows.map((row) => this.load(tenantId, row.package_id, row.version)));
  }

  async #read(tenantId: string, packageId: string, version: string): Promise<PublishedPackage> {
    const rows: { path: string; content: Buffer }[] = await this.#knex('procedures.package_files')
      .select('path', 'content')
      .where({ tenant_id: tenantId, package_id: packageId, version });
    if (rows.length === 0) throw unknownPackage(packageId, version);
    const read = await readPackage(new Map(rows.map((row) => [row.path, row.content])));
    const drawn = elementTitles(read);
    return {
      tenantId,
      read,
      titles: drawn.words,
      clockBindings: drawn.clockBindings,
      mainModel: drawn.mainModel,
    };
  }
}

export function findEvent(published: PublishedPackage, code: string): EventDefinition {
  const found = published.read.events.find((event) => event.code === code);
  if (!found) {
    throw new ProblemError({
      code: 'EVENT_UNKNOWN',
      vi: `Cần một mã sự kiện của bộ quy trình "${published.read.manifest.id}", nhưng nhận được "${code}". Hãy xem danh sách sự kiện của bộ quy trình.`,
      en: `Expected an event code of package "${published.read.manifest.id}", but got "${code}". See the package's events.json.`,
    });
  }
  return found;
}

export function findForm(published: PublishedPackage, formId: string | null | undefined): FormSchema | null {
  if (!formId) return null;
  return published.read.forms.get(formId) ?? null;
}

export function elementOf(published: PublishedPackage, elementId: string): ElementDefinition | null {
  return published.read.manifest.elements[elementId] ?? null;
}

function unknownPackage(packageId: string, version: string | null): ProblemError {
  const name = version ? `${packageId} ${version}` : packageId;
  return new ProblemError({
    code: 'PACKAGE_UNKNOWN',
    status: 404,
    vi: `Cần một bộ quy trình đã ban hành, nhưng "${name}" chưa được ban hành ở đây.`,
    en: `Expected a published package, but "${name}" is not published here.`,
  });
}
