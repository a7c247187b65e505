// Owns how the chains of a case are shown: each item with its entries, who confirmed them, and where it is open.
import type { CaseCustody, CustodyEntryView } from '../../../shared/custody-contract';
import type { CustodyEntryRecord } from '../custody/custody-entry';
import { custodyGaps } from '../custody/custody-gaps';
import { heldItems } from '../custody/held-items';
import { standingEntries } from '../custody/standing-entries';
import { mentionable } from '../notes/mentionable';
import { decide } from '../policy/decide';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { named, type PersonNames, personNames } from './person-names';

export async function custodyViews(platform: Platform, actor: Actor, current: CaseRecord): Promise<CaseCustody> {
  const { knex } = platform;
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const custody = published.read.manifest.record.tables?.find((table) => table.custody)?.custody ?? null;
  const items = custody ? await heldItems(platform, current) : [];
  const rows: CustodyEntryRecord[] = await knex('procedures.custody_entries')
    .where({ case_id: current.id })
    .orderBy('seq');
  const names = await personNames(
    knex,
    rows.map((row) => row.entered_by),
  );
  const units: { code: string; name: string }[] = await knex('procedures.units')
    .where({ tenant_id: current.tenant_id })
    .orderBy('name')
    .select('code', 'name');
  const write = decide(actor, 'case.writeCustody', caseSubject(current)).allowed;
  return {
    title: custody?.title ?? null,
    legalBasis: custody?.legalBasis ?? null,
    items: items.map((item) => {
      const chain = rows.filter((row) => row.table_name === item.table && row.row_id === item.id);
      return { ...item, entries: entriesOf(chain, names, units, actor, write), gaps: custodyGaps(chain) };
    }),
    people: custody
      ? (await mentionable(knex, platform.clock.now(), current, caseSubject(current))).map(({ id, name, title }) => ({
          id,
          name,
          unit: title,
        }))
      : [],
    units,
    files: await knex('procedures.attachments')
      .where({ case_id: current.id, visibility: 'INTERNAL' })
      .whereNull('withdrawn_at')
      .orderBy('uploaded_at')
      .select('id', 'file_name as fileName'),
    permissions: { write },
  };
}

function entriesOf(
  chain: CustodyEntryRecord[],
  names: PersonNames,
  units: { code: string; name: string }[],
  actor: Actor,
  write: boolean,
): CustodyEntryView[] {
  const standing = standingEntries(chain);
  return chain
    .filter((row) => row.kind !== 'CONFIRMED')
    .map((row) => {
      const stands = standing.find(({ entry }) => entry.id === row.id);
      const confirmed = chain.find((one) => one.kind === 'CONFIRMED' && one.refers_to === row.id);
      return {
        id: row.id,
        seq: row.seq,
        kind: row.kind,
        at: row.at.toISOString(),
        enteredAt: row.entered_at.toISOString(),
        enteredBy: named(names, row.entered_by),
        content: row.content,
        takerUnitName: units.find((unit) => unit.code === row.content.takerUnit)?.name ?? null,
        confirmed: confirmed
          ? { seq: confirmed.seq, at: confirmed.at.toISOString(), by: named(names, confirmed.entered_by) }
          : null,
        correctedBy: chain.find((one) => one.kind === 'CORRECTED' && one.refers_to === row.id)?.id ?? null,
        reason: row.reason,
        hash: row.entry_hash,
        permissions: {
          confirm:
            write &&
            Boolean(stands) &&
            !confirmed &&
            stands?.kind === 'HANDED_OVER' &&
            row.content.takerPersonId === actor.personId,
          correct: write && Boolean(stands),
        },
      };
    });
}
