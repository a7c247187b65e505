// Owns how the entries of the audit chain about one case are shown: codes, people and instants, never content.
import type { AuditFilter, CaseAudit, CaseAuditEntry } from '../../../shared/case-audit-contract';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { named, personNames } from './person-names';

const PAGE = 50;
const READS = ['%.read'];
const EXPORTS = ['%.export'];

interface Row {
  seq: string;
  at: Date;
  person_id: string | null;
  action: string;
  entry_hash: string;
}

/** Also what was done to its tasks, files and identities: those entries name the case in their detail. */
export async function caseAudit(
  platform: Platform,
  current: CaseRecord,
  { filter, before }: { filter: AuditFilter; before: string | null },
): Promise<CaseAudit> {
  const { knex } = platform;
  const idsOf = (table: 'tasks' | 'attachments') =>
    knex(`procedures.${table}`).where({ case_id: current.id }).select(knex.raw('id::text'));
  const query = knex('procedures.audit_entries')
    .where({ tenant_id: current.tenant_id })
    .andWhere((about) =>
      about
        .where({ subject_type: 'case', subject_id: current.id })
        .orWhereRaw("detail->>'case' = ?", [current.id])
        .orWhereIn('subject_id', idsOf('tasks'))
        .orWhereIn('subject_id', idsOf('attachments')),
    )
    .orderBy('seq', 'desc')
    .limit(PAGE + 1)
    .select('seq', 'at', 'person_id', 'action', 'entry_hash');
  if (before) query.andWhere('seq', '<', before);
  const like = { read: READS, export: EXPORTS, write: [], all: [] }[filter];
  if (like.length > 0) query.andWhereRaw('action like any (?)', [like]);
  if (filter === 'write') query.andWhereRaw('not action like any (?)', [[...READS, ...EXPORTS]]);
  const rows: Row[] = await query;
  const shown = rows.slice(0, PAGE);
  const { read } = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const titleOf = (action: string) => read.events.find(({ code }) => action === `event.${code}`)?.title ?? null;
  const names = await personNames(
    knex,
    shown.map((row) => row.person_id),
  );
  return {
    items: shown.map((row) => ({
      seq: String(row.seq),
      at: row.at.toISOString(),
      person: named(names, row.person_id),
      action: row.action,
      title: titleOf(row.action),
      kind: kindOf(row.action),
      hash: row.entry_hash,
    })),
    next: rows.length > PAGE ? String(shown.at(-1)?.seq) : null,
  };
}

function kindOf(action: string): CaseAuditEntry['kind'] {
  if (action.endsWith('.export')) return 'export';
  return action.endsWith('.read') ? 'read' : 'write';
}
