// Owns the writing of projected rows: one statement a table, whatever the number of records.
import type { ClientBase } from 'pg';
import type { EngineRecord } from '../types';
import { PROJECTED_TABLES, projectRecord } from './project-record';
import { mergeRows, type ProjectedTable, type RowOperation } from './row-operation';

/** All records are of one engine. */
export async function applyProjection(client: ClientBase, engineId: string, records: EngineRecord[]): Promise<void> {
  const byTable = new Map<ProjectedTable, Map<string, RowOperation>>();
  for (const record of records) {
    for (const operation of projectRecord(record)) addRow(byTable, operation);
  }
  for (const table of PROJECTED_TABLES) {
    const rows = byTable.get(table);
    if (!rows) continue;
    // Sorted: two bulks that share rows lock them in one order.
    const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    await client.query({ name: `project.${table.name}`, text: upsertOf(table), values: [engineId, jsonOf(sorted)] });
  }
}

function addRow(byTable: Map<ProjectedTable, Map<string, RowOperation>>, operation: RowOperation): void {
  let rows = byTable.get(operation.table);
  if (!rows) {
    rows = new Map();
    byTable.set(operation.table, rows);
  }
  const key = keyOf(operation);
  const known = rows.get(key);
  rows.set(key, known ? mergeRows(known, operation) : operation);
}

function keyOf({ table, cells }: RowOperation): string {
  let key = '';
  for (const name in table.columns) if (table.columns[name].rule === 'key') key += `${cells[name]} `;
  return key;
}

// JSON.stringify writes an escape of this kind only for a lone surrogate, which PostgreSQL's text cannot hold.
const LONE_SURROGATE = /\\u(?:d[89a-f][0-9a-f]{2}|0000)/g;

function jsonOf(rows: RowOperation[]): string {
  const text = JSON.stringify(rows.map(({ cells, position }) => ({ ...cells, updated_position: position })));
  return text.includes('\\u') ? text.replace(LONE_SURROGATE, '\\ufffd') : text;
}

const upserts = new Map<ProjectedTable, string>();

function upsertOf(table: ProjectedTable): string {
  let sql = upserts.get(table);
  if (!sql) {
    sql = upsertSql(table);
    upserts.set(table, sql);
  }
  return sql;
}

function upsertSql({ name, columns }: ProjectedTable): string {
  const entries = Object.entries(columns);
  const names = entries.map(([column]) => column);
  const keys = entries.filter(([, { rule }]) => rule === 'key').map(([column]) => column);
  // A JSON cell comes as JSON text inside JSON, and is cast.
  const read = entries.map(([column, { type }]) => (type === 'json' ? `x.${column}::json` : `x.${column}`));
  const types = entries.map(([column, { type }]) => `${column} ${type === 'json' ? 'text' : type}`);
  const merges = entries
    .filter(([, { rule }]) => rule !== 'key')
    .map(([column, { rule }]) => `${column} = ${mergeSql(column, rule)}`);
  return `
    insert into procedures.${name} as t (engine_id, ${names.join(', ')}, updated_position)
    select $1::uuid, ${read.join(', ')}, x.updated_position
      from json_to_recordset($2::json) as x(${types.join(', ')}, updated_position bigint)
    on conflict (engine_id, ${keys.join(', ')}) do update set
      ${merges.join(', ')},
      updated_position = greatest(t.updated_position, excluded.updated_position)`;
}

function mergeSql(column: string, rule: string): string {
  switch (rule) {
    case 'fixed':
      return `coalesce(t.${column}, excluded.${column})`;
    case 'first':
      return `least(t.${column}, excluded.${column})`;
    case 'last':
      return `greatest(t.${column}, excluded.${column})`;
    default:
      return `case when excluded.updated_position >= t.updated_position then excluded.${column} else t.${column} end`;
  }
}
