// Owns what the workspace shows of a draft besides its files and terms: parameters, roles and documents, each with what
// uses it.
import type { Knex } from 'knex';
import type { DraftParts, DraftRole } from '../../../../shared/draft-parts-contract';
import { allFlowElements, extensionOf, textOf } from '../../packages/model-elements';
import { type ReadPackage, readPackage } from '../../packages/read-package';
import { parameterAbout } from '../../parameters/parameter-about';
import { parameterWithLimits } from '../../parameters/parameter-limits';
import type { Platform } from '../../runtime/platform';
import type { Actor } from '../../tenants/actor';
import { completedDraft } from '../completed-draft';
import { findDraft } from '../draft-rows';
import { filesWithParameter } from './files-with-parameter';

export async function readDraftParts(platform: Platform, actor: Actor, id: string): Promise<DraftParts> {
  const draft = await findDraft(platform.knex, actor.tenantId, id);
  const { files, law, groups } = await completedDraft(platform, draft);
  const read = await readPackage(files);
  const { manifest } = read;
  return {
    parameters: manifest.parameters.map((one) => ({
      ...parameterAbout({ ...one, law: parameterWithLimits(law.inForce.manifest, one.name)?.law ?? null }),
      uses: filesWithParameter(files, one.name),
    })),
    roles: await rolesOf(platform, actor.tenantId, read),
    moreRoles: groups
      .filter((one) => !manifest.candidateGroups.some((known) => known.id === one.id))
      .map((one) => ({ value: one.id, label: one.title })),
    documents: (manifest.documents ?? []).map((one) => ({
      id: one.id,
      file: one.file,
      title: one.title,
      formNumber: one.formNumber ?? null,
      legalBasis: one.legalBasis ?? null,
      effectiveFrom: one.effectiveFrom,
      effectiveTo: one.effectiveTo ?? null,
      events: one.offered?.events ?? [],
      groups: one.groups ?? [],
    })),
  };
}

async function rolesOf({ knex, clock }: Platform, tenantId: string, read: ReadPackage): Promise<DraftRole[]> {
  const units = new Map<string, string>(
    (await knex('procedures.units').where({ tenant_id: tenantId }).select('code', 'name')).map((row) => [
      row.code,
      row.name,
    ]),
  );
  const holders = await holdersOf(knex, tenantId, clock.now());
  return read.manifest.candidateGroups.map(({ id, title }) => ({
    id,
    title,
    unit: units.get(id.split('/')[0] ?? '') ?? null,
    holders: holders.get(id) ?? 0,
    steps: usersOf(read, id),
  }));
}

async function holdersOf(knex: Knex, tenantId: string, at: Date): Promise<Map<string, number>> {
  const { rows }: { rows: { id: string; count: string }[] } = await knex.raw(
    `select p.unit_code || '/' || r.role as id, count(distinct p.person_id) as count
       from procedures.positions p
       join procedures.people e on e.id = p.person_id and e.active and e.admin_user_id is not null
      cross join lateral unnest(p.roles) as r(role)
      where p.tenant_id = ? and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)
      group by 1`,
    [tenantId, at, at],
  );
  return new Map(rows.map((row) => [row.id, Number(row.count)]));
}

/** By name where the step names the group, by role where the case says which unit. */
function usersOf({ manifest, models }: ReadPackage, id: string): string[] {
  const written = [`"${id}"`, `"/${id.split('/').slice(1).join('/')}"`];
  const steps = [...models.values()]
    .filter((model) => model.kind === 'bpmn')
    .flatMap((model) => allFlowElements(model.definitions))
    .filter((element) => {
      const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '';
      // A plain list has no quotation marks.
      const listed = groups.startsWith('=') ? [] : groups.split(',').map((one) => one.trim());
      return listed.includes(id) || written.some((one) => groups.includes(one));
    })
    .map((element) => textOf(element, 'name') ?? element.id ?? '');
  const starts = manifest.starts.filter((start) => start.groups.includes(id)).map((start) => start.title.vi);
  return [...new Set([...steps, ...starts])];
}
