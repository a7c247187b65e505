// Owns how sealed identities, requests to open them and custodians' keys are shown.
import type {
  CaseIdentities,
  Custodian,
  IdentityOverview,
  IdentityRequest,
  UnsealedCase,
} from '../../../shared/sealing-contract';
import { decide } from '../policy/decide';
import { isCustodian } from '../policy/is-custodian';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import { findKeyOfPerson, type KeyRow } from '../sealing/key-of-person';
import { custodiansOf, mayHold, withinOf } from '../sealing/keys-in-force';
import type { RequestRow } from '../sealing/request-rows';
import { pseudonymOf } from '../sealing/seal-people';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { personWords } from './record-fields';

const RECENT = 50;

interface IdentityRow {
  id: string;
  number: number;
  role: string | null;
  sealed_at: Date;
}

export async function caseIdentities(platform: Platform, actor: Actor, current: CaseRecord): Promise<CaseIdentities> {
  const { knex } = platform;
  const identities: IdentityRow[] = await knex('procedures.sealed_identities')
    .where({ case_id: current.id })
    .orderBy('number')
    .select('id', 'number', 'role', 'sealed_at');
  const requests = await requestViews(platform, actor, (query) =>
    query.where({ 'request.case_id': current.id, 'request.asked_by': actor.personId }),
  );
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const due = await knex('procedures.sealing_due').where({ case_id: current.id }).first('case_id');
  const all = await custodiansOf(knex, actor.tenantId, platform.clock.now());
  const custodians = all.filter((one) => mayHold(one, withinOf(current)));
  return {
    sealed: identities.map((row) => ({
      id: row.id,
      pseudonym: pseudonymOf(row.number),
      role: personWords(published, 'role', row.role),
      sealedAt: row.sealed_at.toISOString(),
      request: requests.find((request) => request.identityId === row.id) ?? null,
    })),
    waiting: due !== undefined,
    custodians: custodians.map((one) => one.full_name),
    mayAsk: decide(actor, 'identity.request', caseSubject(current)).allowed,
  };
}

export async function identityOverview(platform: Platform, actor: Actor): Promise<IdentityOverview> {
  const { knex } = platform;
  const custodian = isCustodian(actor);
  const mayCount = custodian || actor.isAdministrator;
  const own = custodian ? await findKeyOfPerson(knex, actor.personId) : undefined;
  return {
    isCustodian: custodian,
    custodians: await custodianViews(platform, actor),
    unsealed: mayCount ? await unsealedCases(platform, actor.tenantId) : null,
    requests: actor.isAdministrator
      ? []
      : await requestViews(platform, actor, (query) =>
          query.where((seen) => {
            seen.where('request.asked_by', actor.personId);
            if (custodian)
              seen.orWhere((known) =>
                known
                  .where('one.restricted', false)
                  .orWhereRaw('one.participating_units && ?::text[]', [[...actor.units]]),
              );
          }),
        ),
    myKey: own ? { ...keyView(own), locked: own.locked_private_key } : null,
  };
}

const keyView = (key: KeyRow) => ({
  id: key.id,
  fingerprint: key.fingerprint,
  publicKey: key.public_key,
  createdAt: key.created_at.toISOString(),
});

async function custodianViews(platform: Platform, actor: Actor): Promise<Custodian[]> {
  const { knex } = platform;
  const custodians = await custodiansOf(knex, actor.tenantId, platform.clock.now());
  const keys: KeyRow[] = await knex('procedures.custodian_keys')
    .where({ tenant_id: actor.tenantId })
    .whereNull('revoked_at');
  const all: Pick<CaseRecord, 'restricted' | 'participating_units'>[] = await knex(
    'procedures.sealed_identities as identity',
  )
    .join('procedures.cases as one', 'one.id', 'identity.case_id')
    .where('identity.tenant_id', actor.tenantId)
    .select('one.restricted', 'one.participating_units');
  const held: { key_id: string; held: string }[] = await knex('procedures.sealed_content_keys')
    .whereIn(
      'key_id',
      keys.map((key) => key.id),
    )
    .groupBy('key_id')
    .select('key_id', knex.raw('count(*) as held'));
  return custodians.map((one) => {
    const key = keys.find((candidate) => candidate.person_id === one.person_id);
    const has = Number(held.find((row) => row.key_id === key?.id)?.held ?? 0);
    return {
      personId: one.person_id,
      name: one.full_name,
      isMe: one.person_id === actor.personId,
      key: key ? keyView(key) : null,
      missing: key ? Math.max(0, all.filter((row) => mayHold(one, withinOf(row))).length - has) : 0,
    };
  });
}

async function unsealedCases(platform: Platform, tenantId: string) {
  const rows: { case_id: string; book_no: string | null; restricted: boolean; since: Date }[] = await platform
    .knex('procedures.sealing_due as due')
    .join('procedures.cases as one', 'one.id', 'due.case_id')
    .where('due.tenant_id', tenantId)
    .orderBy('due.since')
    .select('due.case_id', 'one.book_no', 'one.restricted', 'due.since');
  // A restricted case counts, and is named to nobody here.
  const cases: UnsealedCase[] = rows
    .filter((row) => !row.restricted)
    .slice(0, RECENT)
    .map((row) => ({ caseId: row.case_id, bookNo: row.book_no, since: row.since.toISOString() }));
  return { count: rows.length, cases };
}

type JoinedRow = RequestRow & {
  book_no: string | null;
  package_id: string;
  package_version: string;
  number: number;
  role: string | null;
  asker: string;
  decider: string | null;
};
// biome-ignore lint/suspicious/noExplicitAny: knex's own type of a query that joins
type Query = import('knex').Knex.QueryBuilder<any, any>;

async function requestViews(platform: Platform, actor: Actor, narrow: (query: Query) => Query) {
  const query = platform
    .knex('procedures.identity_requests as request')
    .join('procedures.cases as one', 'one.id', 'request.case_id')
    .join('procedures.sealed_identities as identity', 'identity.id', 'request.identity_id')
    .join('procedures.people as asker', 'asker.id', 'request.asked_by')
    .leftJoin('procedures.people as decider', 'decider.id', 'request.decided_by')
    .where('request.tenant_id', actor.tenantId)
    .orderByRaw("request.state = 'PENDING' desc, request.asked_at desc")
    .limit(RECENT)
    .select(
      'request.*',
      'one.book_no',
      'one.package_id',
      'one.package_version',
      'identity.number',
      'identity.role',
      'asker.full_name as asker',
      'decider.full_name as decider',
    );
  const rows: JoinedRow[] = await narrow(query);
  return Promise.all(rows.map((row) => requestView(platform, actor, row)));
}

async function requestView(platform: Platform, actor: Actor, row: JoinedRow): Promise<IdentityRequest> {
  const published = await platform.library.load(actor.tenantId, row.package_id, row.package_version);
  const isOver = row.state === 'APPROVED' && row.ends_at !== null && row.ends_at <= platform.clock.now();
  return {
    id: row.id,
    caseId: row.case_id,
    bookNo: row.book_no,
    identityId: row.identity_id,
    pseudonym: pseudonymOf(row.number),
    role: personWords(published, 'role', row.role),
    askedBy: row.asker,
    isMine: row.asked_by === actor.personId,
    reason: row.reason,
    publicKey: row.public_key,
    state: isOver ? 'EXPIRED' : row.state,
    askedAt: row.asked_at.toISOString(),
    decidedBy: row.decider,
    decidedAt: row.decided_at?.toISOString() ?? null,
    refusalReason: row.refusal_reason,
    readMinutes: row.read_minutes,
    endsAt: row.ends_at?.toISOString() ?? null,
  };
}
