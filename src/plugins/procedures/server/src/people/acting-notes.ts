// Owns what is shown beside an act that was done on another's behalf.
import type { Knex } from 'knex';
import type { ActingNote } from '../../../shared/acting-note';
import { signatureLines } from './signature-lines';

/** By appointment id; ids of acts done in one's own right are null and left out. */
export async function actingNotes(knex: Knex, ids: readonly (string | null)[]): Promise<Map<string, ActingNote>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await knex('procedures.acting_appointments as a')
    .join('procedures.people as h', 'h.id', 'a.holder_id')
    .whereIn('a.id', wanted)
    .select('a.*', 'h.full_name as holder_name');
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        holder: { id: row.holder_id, name: row.holder_name },
        signature: signatureLines(row),
        documentNo: row.document_no,
      },
    ]),
  );
}
