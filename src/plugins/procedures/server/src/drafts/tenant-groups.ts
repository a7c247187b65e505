// Owns which groups a drawn step may be given to: those that the package knows, and every unit of the tenant with the
// roles that its positions hold.
import type { Knex } from 'knex';
import type { Manifest } from '../packages/types';
import type { KnownGroup } from './known-group';

export async function tenantGroups(knex: Knex, tenantId: string, manifest: Manifest): Promise<KnownGroup[]> {
  const rows: { code: string; name: string; role: string; title: string }[] = (
    await knex.raw(
      `select u.code, u.name, r.role, min(p.title) as title
         from procedures.positions p
         join procedures.units u on u.tenant_id = p.tenant_id and u.code = p.unit_code
        cross join lateral unnest(p.roles) as r(role)
        where p.tenant_id = ? and not u.external and p.valid_to is null
        group by u.code, u.name, r.role order by u.name, r.role`,
      [tenantId],
    )
  ).rows;
  const known = manifest.candidateGroups.map(({ id, title }) => ({ id, title: title.vi }));
  const held = rows.map((row) => ({ id: `${row.code}/${row.role}`, title: `${row.title} · ${row.name}` }));
  return [...known, ...held.filter((one) => !known.some(({ id }) => id === one.id))];
}
