// Owns our list of a period for another system, and its comparison with theirs.
import { createHash } from 'node:crypto';
import { MAX_LIST_ROWS } from '../../../shared/integration-contract';
import { canonicalJson } from '../audit/canonical-json';
import { zoneOf } from '../documents/template-versions';
import { scopeCases } from '../policy/case-scope';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { recordsOf } from '../views/record-rows';
import { type Comparison, compareLists, type OurRow, type TheirRow } from './compare-lists';
import { listTooLong, periodInvalid } from './problems';

export interface Period {
  system: string;
  from: string;
  to: string;
}
export interface ReconciliationList extends Period {
  items: OurRow[];
  hash: string;
}

export async function reconciliationList(
  platform: Platform,
  actor: Actor,
  { system, from, to }: Period,
): Promise<ReconciliationList> {
  if (new Date(from) >= new Date(to)) throw periodInvalid();
  const cases: (CaseRecord & { reference: string | null })[] = await scopeCases(
    platform.knex('procedures.cases as cases'),
    actor,
    'status',
  )
    .leftJoin('procedures.external_references as reference', (on) =>
      on.on('reference.case_id', 'cases.id').andOnVal('reference.system', system).andOnNull('reference.superseded_at'),
    )
    .where('cases.received_at', '>=', new Date(from))
    .where('cases.received_at', '<', new Date(to))
    .select('cases.*', 'reference.reference')
    .orderBy([{ column: 'cases.received_at' }, { column: 'cases.id' }])
    .limit(MAX_LIST_ROWS + 1);
  if (cases.length > MAX_LIST_ROWS) throw listTooLong(MAX_LIST_ROWS);
  const typed = await typedReferences(platform, cases);
  const items = cases.map((current) => ({
    caseId: current.id,
    bookNo: current.book_no,
    reference: current.reference ?? typed.get(current.id) ?? null,
    receivedAt: current.received_at.toISOString(),
    state: current.state,
    outcome: current.outcome,
    handlingUnit: current.handling_unit,
  }));
  const instants = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return { system, ...instants, items, hash: createHash('sha256').update(canonicalJson(items)).digest('hex') };
}

export async function compareWithTheirs(
  platform: Platform,
  actor: Actor,
  period: Period,
  theirs: TheirRow[],
): Promise<Comparison> {
  const ours = await reconciliationList(platform, actor, period);
  const packages = await platform.library.allActive(actor.tenantId);
  const knownStates = new Set(packages.flatMap((published) => Object.keys(published.read.manifest.states ?? {})));
  return compareLists(ours.items, theirs, { knownStates, zone: await zoneOf(platform.knex, actor.tenantId) });
}

/** What an officer typed into the field that the package names for it, where no program has recorded a number. */
async function typedReferences(
  platform: Platform,
  cases: (CaseRecord & { reference: string | null })[],
): Promise<Map<string, string>> {
  const without = cases.filter((current) => current.reference === null);
  const records = await recordsOf(platform.strapi, without);
  const found = new Map<string, string>();
  for (const current of without) {
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const field = published.read.manifest.record.externalReference;
    const value = field ? records.get(current.record_document_id)?.[field] : null;
    if (typeof value === 'string' && value.trim() !== '') found.set(current.id, value.trim());
  }
  return found;
}
