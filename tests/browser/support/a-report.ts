// A report taken in through the API, for tests whose subject is what comes after.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { intakeValues, onlyFields } from '../../cases/case-values.mjs';
import { as, openTask } from '../../support/running-app';

const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));

export interface AReport {
  caseId: string;
  bookNo: string;
  receiptCode: string;
  taskId: string;
  taskVersion: number;
}

/** Started and confirmed; its first task may not be open yet. */
export async function startByApi(tenantId: string, id: string): Promise<Omit<AReport, 'taskId' | 'taskVersion'>> {
  const client = await as(`truc-ban@${tenantId}.example`);
  const starts = await client.get('/procedures/starts');
  const start = starts.find((one: { event: string }) => one.event === 'TIEP_NHAN');
  const values = onlyFields(intakeValues(cases.find((one: { id: string }) => one.id === id)), start.form);
  const body = { packageId: 'nguon-tin', event: 'TIEP_NHAN', values, clientId: randomUUID() };
  const { caseId, bookNo, receiptCode } = await client.post('/procedures/cases?wait=10000', body);
  return { caseId, bookNo, receiptCode };
}

export async function takeInByApi(tenantId = 'tam-thanh', id = 'TT-D01'): Promise<AReport> {
  const started = await startByApi(tenantId, id);
  const task = await openTask(await as(`can-bo@${tenantId}.example`), started.caseId, 'phan_loai');
  return { ...started, taskId: task.id, taskVersion: task.version };
}
