// Owns what the page of parameters shows: each with what holds for the tenant now, what comes, and what was before.
import type { ParameterRow } from '../../../shared/parameters-contract';
import type { ParameterValue } from '../packages/types';
import type { Platform } from '../runtime/platform';
import { personNames } from '../views/person-names';
import { fits } from './effective-parameters';
import { parameterAbout } from './parameter-about';
import { parameterWithLimits } from './parameter-limits';

interface ValueRow {
  package_id: string;
  name: string;
  value: ParameterValue;
  /** Epoch milliseconds; null: ever since. */
  from_ms: string | null;
  changed_by: string | null;
  reason: string | null;
}

export async function listParameters({ knex, library, clock }: Platform, tenantId: string): Promise<ParameterRow[]> {
  const rows: ValueRow[] = await knex('procedures.parameters')
    .where({ tenant_id: tenantId })
    .orderBy('valid_from')
    .select('package_id', 'name', 'value', 'changed_by', 'reason')
    .select(
      knex.raw(
        `case when valid_from = '-infinity' then null else extract(epoch from valid_from) * 1000 end as from_ms`,
      ),
    );
  const names = await personNames(
    knex,
    rows.map((row) => row.changed_by),
  );
  const now = clock.now().getTime();
  const published = await library.allActive(tenantId);
  return published.flatMap(({ read: { manifest } }) =>
    manifest.parameters.flatMap(({ name }) => {
      const parameter = parameterWithLimits(manifest, name);
      if (!parameter) return [];
      const values = rows
        .filter((row) => row.package_id === manifest.id && row.name === name)
        .map((row) => ({
          value: row.value,
          from: row.from_ms === null ? null : new Date(Number(row.from_ms)).toISOString(),
          by: row.changed_by && (names.get(row.changed_by) ?? null),
          reason: row.reason,
          fits: fits(manifest, row),
        }));
      const holding = values.filter((one) => one.fits && (one.from === null || Date.parse(one.from) <= now)).at(-1);
      return [
        {
          packageId: manifest.id,
          packageTitle: manifest.title,
          ...parameterAbout(parameter),
          unconfirmed: parameter.design === true,
          value: holding ? holding.value : parameter.default,
          isDefault: holding === undefined,
          values,
        },
      ];
    }),
  );
}
