// The record log replayed into the reactions of the running application, as after a restored cursor: no effect comes twice.
import { Pool } from 'pg';
import { as, openTask, runningApp, startExample, until } from '../../support/running-app';

let pool: Pool;
beforeAll(() => {
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
});
afterAll(() => pool?.end());

/** All that reactions have made of one case. */
async function effectsOf(caseId: string): Promise<Record<string, unknown[]>> {
  const effects: Record<string, unknown[]> = {};
  for (const table of [
    'tasks',
    'actions',
    'business_events',
    'clocks',
    'notices',
    'case_instances',
    'case_subscriptions',
  ]) {
    const { rows } = await pool.query(
      `select to_jsonb(t) as row from procedures.${table} t where case_id = $1 order by 1`,
      [caseId],
    );
    effects[table] = rows.map(({ row }) => row);
  }
  const { rows } = await pool.query('select to_jsonb(c) as row from procedures.cases c where id = $1', [caseId]);
  return { ...effects, cases: rows.map(({ row }) => row) };
}

/** By then the other files have made it long. */
const WHOLE_LOG_MS = 240_000;

test('a log that is replayed from its beginning repeats no effect', async () => {
  const officer = await as('van-phong@tam-thanh.example');
  const { caseId, taskId } = await startExample(officer);
  const { task } = await officer.get(`/procedures/tasks/${taskId}`);
  const claimed = await officer.post(`/procedures/tasks/${taskId}/claim`, { version: task.version });
  const done = { version: claimed.task.version, values: { record: { quantity: 4 } } };
  expect((await officer.post(`/procedures/tasks/${taskId}/complete?wait=10000`, done)).state).toBe('CONFIRMED');
  await openTask(officer, caseId, 'xu_ly');
  const before = await effectsOf(caseId);
  expect(before.tasks).toHaveLength(2);

  const { rows } = await pool.query(
    `with known as (select engine_id, partition_id, position from procedures.reaction_cursors)
     update procedures.reaction_cursors c set position = 0 from known
      where known.engine_id = c.engine_id and known.partition_id = c.partition_id returning known.*`,
  );
  for (const { engine_id, partition_id, position } of rows) {
    await until(
      async () => {
        const found = await pool.query(
          'select position from procedures.reaction_cursors where engine_id = $1 and partition_id = $2',
          [engine_id, partition_id],
        );
        return BigInt(found.rows[0].position) >= BigInt(position) ? true : null;
      },
      'the reactions to have come as far as before',
      WHOLE_LOG_MS,
    );
  }
  expect(await effectsOf(caseId)).toEqual(before);
  const books = await pool.query(
    `select s.tenant_id from procedures.number_series s where s.series = 'so-yeu-cau' and s.last <> (select count(*)
       from procedures.cases c where c.tenant_id = s.tenant_id and c.package_id = 'vi-du' and c.book_no is not null)`,
  );
  expect(books.rows).toEqual([]);
}, 300_000);
