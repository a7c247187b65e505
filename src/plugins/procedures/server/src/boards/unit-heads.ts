// Owns the names on a board: units, and who leads each now.
import type { Knex } from 'knex';

export interface NamedUnit {
  code: string;
  name: string;
  head: { id: string; name: string; title: string } | null;
}

/** Units that still are, in the tenant's order. */
export async function namedUnits(
  knex: Knex,
  tenantId: string,
  codes: readonly string[],
  now: Date,
): Promise<NamedUnit[]> {
  const { rows } = await knex.raw<{ rows: NamedUnit[] }>(
    `select u.code, u.name, (
        select json_build_object('id', p.id, 'name', p.full_name, 'title', o.title)
        from procedures.positions o join procedures.people p on p.id = o.person_id
        where o.tenant_id = u.tenant_id and o.unit_code = u.code and o.is_head
          and o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)
        order by o.valid_from desc, o.id limit 1) as head
      from procedures.units u
      where u.tenant_id = :tenantId and u.code = any(:codes::text[]) and (u.closed_from is null or u.closed_from > :now)
      order by u.sort_order, u.parent_code nulls first, u.name`,
    { tenantId, codes: [...codes], now },
  );
  return rows;
}
