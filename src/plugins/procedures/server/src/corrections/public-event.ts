// Owns which event of a case tells its source where it stands: the latest one that says something in public. An event that
// corrects another stands in that one's place, however late it was written.
import type { Knex } from 'knex';

interface Row {
  id: string;
  seq: number;
  public_status: string | null;
  corrects: string | null;
  corrected: boolean;
}

/** null: nothing is told yet. */
export async function publicEvent(knex: Knex, caseId: string): Promise<string | null> {
  const rows: Row[] = await knex('procedures.business_events as event')
    .leftJoin('procedures.event_corrections as by', 'by.new_event_id', 'event.id')
    .leftJoin('procedures.event_corrections as of', (on) =>
      on.on('of.event_id', 'event.id').andOnVal('of.state', 'IN_FORCE'),
    )
    .where('event.case_id', caseId)
    .orderBy('event.seq')
    .select('event.id', 'event.seq', 'event.public_status', 'by.event_id as corrects')
    .select(knex.raw('of.id is not null as corrected'));
  const place = new Map<string, number>();
  // In order of writing, so the place of what is corrected is known before.
  for (const row of rows) place.set(row.id, (row.corrects && place.get(row.corrects)) || row.seq);
  const told = rows.filter((row) => row.public_status !== null && !row.corrected);
  told.sort((a, b) => (place.get(b.id) ?? 0) - (place.get(a.id) ?? 0));
  return told[0]?.id ?? null;
}
