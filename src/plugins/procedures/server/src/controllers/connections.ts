// Owns the routes by which an administrator keeps the addresses that procedures may call: list, add, change, try, remove.
import type { ConnectionList, ConnectionRow, ConnectionTest } from '../../../shared/service-tasks-contract';
import { type AuditInput, writeAudit } from '../audit/write-audit';
import { checkConnection } from '../connections/check-connection';
import { keptHeaders } from '../connections/connection-headers';
import { type ConnectionRecord, connectionsOf, connectionView, findConnection } from '../connections/connection-rows';
import { connectionUses } from '../connections/connection-uses';
import { freeConnectionId } from '../connections/free-connection-id';
import { sendableVariables } from '../connections/sendable-variables';
import { tryConnection } from '../connections/try-connection';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor(async (platform, actor): Promise<ConnectionList> => {
    allow(actor);
    const [rows, uses, variables] = await Promise.all([
      connectionsOf(platform.knex, actor.tenantId).orderBy('name'),
      connectionUses(platform, actor.tenantId),
      sendableVariables(platform, actor.tenantId),
    ]);
    return { items: rows.map((row) => connectionView(row, uses.get(row.id) ?? [])), variables };
  }),

  add: forActor(async (platform, actor, context): Promise<ConnectionRow> => {
    allow(actor);
    const given = await checkConnection(bodyOf(context), null);
    const { knex, clock, strapi } = platform;
    const id = await freeConnectionId(knex, actor.tenantId, given.name);
    const now = clock.now();
    const row = await inTransaction(strapi, async (trx) => {
      const [written]: ConnectionRecord[] = await trx('procedures.connections')
        .insert({
          ...columnsOf(platform, given, []),
          tenant_id: actor.tenantId,
          id,
          created_at: now,
          created_by: actor.personId,
          changed_at: now,
          changed_by: actor.personId,
        })
        .returning('*');
      await writeAudit(trx, entry(platform, actor, 'connection.add', id, given));
      return written as ConnectionRecord;
    });
    return connectionView(row, []);
  }, 201),

  change: forActor(async (platform, actor, context): Promise<ConnectionRow> => {
    allow(actor);
    const body = bodyOf(context);
    const known = await find(platform, actor, context.params.connectionId ?? '');
    const given = await checkConnection(body, known);
    const row = await inTransaction(platform.strapi, async (trx) => {
      const [written]: ConnectionRecord[] = await trx('procedures.connections')
        .where({ tenant_id: actor.tenantId, id: known.id, version: Number(body.version) || 0 })
        .whereNull('removed_at')
        .update({
          ...columnsOf(platform, given, known.headers),
          active: given.active,
          version: known.version + 1,
          changed_at: platform.clock.now(),
          changed_by: actor.personId,
        })
        .returning('*');
      if (!written) throw overtaken();
      await writeAudit(trx, entry(platform, actor, 'connection.change', known.id, given));
      return written;
    });
    const uses = await connectionUses(platform, actor.tenantId);
    return connectionView(row, uses.get(row.id) ?? []);
  }),

  test: forActor(async (platform, actor, context): Promise<ConnectionTest> => {
    allow(actor);
    const known = await find(platform, actor, context.params.connectionId ?? '');
    const tried = await tryConnection(platform, known);
    await inTransaction(platform.strapi, (trx) =>
      writeAudit(trx, {
        ...entry(platform, actor, 'connection.test', known.id, null),
        detail: { ok: tried.ok, status: tried.status ?? 0 },
      }),
    );
    return tried;
  }),

  remove: forActor(async (platform, actor, context): Promise<{ removed: true }> => {
    allow(actor);
    const known = await find(platform, actor, context.params.connectionId ?? '');
    const uses = (await connectionUses(platform, actor.tenantId)).get(known.id) ?? [];
    if (uses.length > 0) throw stillUsed(uses);
    await inTransaction(platform.strapi, async (trx) => {
      // Its name stays taken, so that an older version never calls another address; its secrets do not stay.
      await trx('procedures.connections')
        .where({ tenant_id: actor.tenantId, id: known.id })
        .update({ removed_at: platform.clock.now(), active: false, headers: '[]' });
      await writeAudit(trx, entry(platform, actor, 'connection.remove', known.id, null));
    });
    return { removed: true };
  }),
};

const allow = (actor: Actor) => requireAllowed(decide(actor, 'connection.administer', { tenantId: actor.tenantId }));

async function find(platform: Platform, actor: Actor, id: string): Promise<ConnectionRecord> {
  return (await findConnection(platform.knex, actor.tenantId, id)) ?? (requireAllowed(NOT_FOUND) as never);
}

type Given = Awaited<ReturnType<typeof checkConnection>>;

const columnsOf = (platform: Platform, given: Given, before: ConnectionRecord['headers']) => ({
  name: given.name,
  base_url: given.baseUrl,
  methods: given.methods,
  headers: JSON.stringify(keptHeaders(platform, given.headers, before)),
  sends: given.sends,
  timeout_seconds: given.timeoutSeconds,
  repeatable: given.repeatable,
  sensitive: given.sensitive,
});

/** Whose host, which headers by name, what may leave: never a value of a header. */
const entry = (platform: Platform, actor: Actor, action: string, id: string, given: Given | null): AuditInput => ({
  tenantId: actor.tenantId,
  at: platform.clock.now(),
  actor,
  action,
  subjectType: 'connection',
  subjectId: id,
  detail: given
    ? {
        host: new URL(given.baseUrl).host,
        methods: given.methods,
        headers: given.headers.map((one) => one.name),
        sends: given.sends,
        sensitive: given.sensitive,
        active: given.active,
      }
    : {},
});

const overtaken = () =>
  new ProblemError({
    code: 'CONNECTION_CHANGED',
    status: 409,
    vi: 'Người khác vừa sửa kết nối này. Hãy tải lại rồi sửa.',
    en: 'Expected the connection as you read it, but somebody has changed it. Reload, then change it.',
  });

function stillUsed(uses: NonNullable<ConnectionRow['usedBy']>): ProblemError {
  const words = (language: 'vi' | 'en') =>
    uses.map((one) => `${one.title[language]} ${one.version} (${one.steps.join(', ')})`).join('; ');
  return new ProblemError({
    code: 'CONNECTION_IN_USE',
    status: 409,
    vi: `Chưa xóa được: còn được dùng trong ${words('vi')}. Hãy ban hành phiên bản không dùng kết nối này, hoặc tắt kết nối.`,
    en: `Expected nobody to use the connection, but it is used by ${words('en')}. Publish a version without it, or switch it off.`,
    detail: { usedBy: uses },
  });
}
