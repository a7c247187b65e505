// connections/ owns the addresses that a tenant's procedures may call. This file owns their rows. A secret leaves the
// database only to be sent (connection-headers.ts): no view, no log and no audit entry has it.
import type { Knex } from 'knex';
import type { ConnectionRow, ConnectionUse, HttpMethodName } from '../../../shared/service-tasks-contract';

export interface KeptHeader {
  name: string;
  value?: string;
  sealed?: string;
}

export interface ConnectionRecord {
  tenant_id: string;
  id: string;
  name: string;
  base_url: string;
  methods: HttpMethodName[];
  headers: KeptHeader[];
  sends: string[];
  timeout_seconds: number;
  repeatable: boolean;
  sensitive: boolean;
  active: boolean;
  version: number;
  changed_at: Date;
}

export const connectionsOf = (knex: Knex, tenantId: string): Knex.QueryBuilder<ConnectionRecord, ConnectionRecord[]> =>
  knex<ConnectionRecord, ConnectionRecord[]>('procedures.connections')
    .where({ tenant_id: tenantId })
    .whereNull('removed_at');

export const findConnection = (knex: Knex, tenantId: string, id: string): Promise<ConnectionRecord | undefined> =>
  connectionsOf(knex, tenantId).where({ id }).first();

export const connectionView = (row: ConnectionRecord, usedBy: ConnectionUse[]): ConnectionRow => ({
  id: row.id,
  name: row.name,
  baseUrl: row.base_url,
  methods: row.methods,
  headers: row.headers.map(({ name, value }) => ({ name, value: value ?? null })),
  sends: row.sends,
  timeoutSeconds: row.timeout_seconds,
  repeatable: row.repeatable,
  sensitive: row.sensitive,
  active: row.active,
  version: row.version,
  changedAt: row.changed_at.toISOString(),
  usedBy,
});
