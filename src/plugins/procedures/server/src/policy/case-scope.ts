// Owns the same ladder as case-access.ts, told in SQL, so that a list never shows a row that its page would refuse.
// tests/integration/audit/case-scope.test.ts holds the two together.
import type { Knex } from 'knex';
import type { Actor } from '../tenants/actor';
import type { CaseAccess } from './case-access';
import { isStaff } from './policy-action';

/** Narrows a query over procedures.cases (under `alias`) to the cases of which the actor may see at least `level`. */
export function scopeCases<Q extends Knex.QueryBuilder>(
  query: Q,
  actor: Actor,
  level: Exclude<CaseAccess, 'none'>,
  alias = 'cases',
): Q {
  const column = (name: string) => `${alias}.${name}`;
  query.where(column('tenant_id'), actor.tenantId);
  if (!isStaff(actor)) return query.whereRaw('false') as Q;

  const units = [...actor.units];
  const takesPart = '??::text[] && ?::text[]';
  query.where((visible) => {
    visible.where((restricted) =>
      restricted.where(column('restricted'), true).whereRaw(takesPart, [column('participating_units'), units]),
    );
    visible.orWhere((open) => {
      open.where(column('restricted'), false).where((reach) => {
        reach.whereIn(column('handling_unit'), units);
        reach.orWhere((part) => {
          // The origin unit has let go of the case, and leaders above stay at the summary: see case-access.ts.
          part
            .whereNotIn(column('handling_unit'), [...actor.overseen])
            .whereRaw("array_remove(??, coalesce(??, '')) && ?::text[]", [
              column('participating_units'),
              column('origin_unit'),
              units,
            ]);
        });
        if (level !== 'content') reach.orWhereIn(column('handling_unit'), [...actor.overseen, ...actor.follows]);
        if (level === 'status') reach.orWhereIn(column('origin_unit'), units);
      });
    });
  });
  return query;
}
