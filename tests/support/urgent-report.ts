// Owns an urgent report taken in through the API, and the question which of the demo people are on duty now.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { Client as Database } from 'pg';
import { intakeValues, onlyFields } from '../cases/case-values.mjs';
import { as, type Client, runningApp } from './running-app';

const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));
const DESK = ['truc-ban', 'can-bo', 'can-bo-2', 'dieu-tra-vien'];

/** Entered by an officer who need not be on duty. */
export async function takeInUrgent(
  tenantId: string,
  given: Record<string, unknown> = {},
  id = 'TT-D02',
): Promise<{ caseId: string; bookNo: string }> {
  const client = await as(`truc-ban@${tenantId}.example`);
  const starts = await client.get('/procedures/starts');
  const start = starts.find((one: { event: string }) => one.event === 'TIEP_NHAN');
  const values = onlyFields(intakeValues(cases.find((one: { id: string }) => one.id === id)), start.form);
  Object.assign(values.record, { flagrant: true, ...given });
  const body = { packageId: 'nguon-tin', event: 'TIEP_NHAN', values, clientId: randomUUID() };
  return client.post('/procedures/cases?wait=10000', body);
}

export interface OnDesk {
  /** Names before the @, of the running shift and of the next. */
  now: string[];
  next: string[];
  deputy: string;
}

/** As long as the files of one desk take. */
const LASTS_MS = 20 * 60_000;

/** A shift that would end in the middle of a test goes on for an hour more. */
async function prolongShift(tenantId: string): Promise<void> {
  const database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
  const of = 'tenant_id = $1 and unit_code = $2 and cancelled_at is null';
  const ends = await database.query(
    `update procedures.duty_shifts set ends_at = ends_at + interval '1 hour'
      where ${of} and starts_at <= now() and ends_at between now() and $3 returning ends_at - interval '1 hour' as was`,
    [tenantId, 'CAP', new Date(Date.now() + LASTS_MS)],
  );
  for (const { was } of ends.rows)
    await database.query(
      `update procedures.duty_shifts set starts_at = starts_at + interval '1 hour' where ${of} and starts_at = $3`,
      [tenantId, 'CAP', was],
    );
  await database.end();
}

export async function onDesk(tenantId: string): Promise<OnDesk> {
  await prolongShift(tenantId);
  const board = await (await as(`truc-ban@${tenantId}.example`)).get('/procedures/duty/board?unit=CAP');
  const ids = new Map<string, string>();
  for (const name of [...DESK, 'lanh-dao', 'pho-lanh-dao'])
    ids.set((await (await as(`${name}@${tenantId}.example`)).get('/procedures/me')).person.id, name);
  const names = (people: { id: string }[]) =>
    people.map((one) => ids.get(one.id) ?? '').filter((one) => DESK.includes(one));
  return {
    now: names(board.shift.people),
    next: names(board.nextShift.people),
    deputy: ids.get(board.shift.deputy.id) ?? '',
  };
}

/** The alarm of a case as a person hears it; null: it does not ring there. */
export async function heardBy(client: Client, caseId: string) {
  const { alarms } = await client.get('/procedures/alarms/ringing');
  return alarms.find((one: { caseId: string }) => one.caseId === caseId) ?? null;
}
