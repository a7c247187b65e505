// A term that becomes amber and then due while its case is held by a move: the model of the new version waits for both.
import { Pool, type PoolClient } from 'pg';
import { untilMovable, untilMoved } from '../../support/dry-run';
import { publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';

const TENANT = 'bach-dang';
const MOVES = '/procedures/packages/vi-du/moves';
/** The scheduler looks every five seconds: what it would have told comes later than this. */
let officer: Client;
let administrator: Client;
let pool: Pool;

beforeAll(async () => {
  officer = await as(`van-phong@${TENANT}.example`);
  administrator = await as(`quan-tri@${TENANT}.example`);
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 3 });
  await restorePackage(TENANT, 'vi-du');
});
afterAll(async () => {
  await restorePackage(TENANT, 'vi-du');
  await pool.end();
});

/** Beside the first step a reminder for each stage of its term. */
const reminding = (xml: string): string => {
  const stages = ['amber', 'due'];
  const drawn = stages.map(
    (stage) => `<bpmn:boundaryEvent id="khi_${stage}" attachedToRef="tiep_nhan" cancelActivity="false">
      <bpmn:extensionElements><zeebe:properties><zeebe:property name="clocks" value="XU_LY_3N" /></zeebe:properties></bpmn:extensionElements>
      <bpmn:outgoing>toi_${stage}</bpmn:outgoing><bpmn:messageEventDefinition id="khi_${stage}_def" messageRef="tin_${stage}" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="toi_${stage}" sourceRef="khi_${stage}" targetRef="nhac_${stage}" />
    <bpmn:userTask id="nhac_${stage}" name="Nhắc ${stage}"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="VP/can-bo" /><zeebe:properties><zeebe:property name="form" value="tiep-nhan" /></zeebe:properties></bpmn:extensionElements><bpmn:incoming>toi_${stage}</bpmn:incoming></bpmn:userTask>`,
  );
  const messages = stages.map(
    (stage) =>
      `<bpmn:message id="tin_${stage}" name="clock.${stage}"><bpmn:extensionElements><zeebe:subscription correlationKey="=string(random number())" /></bpmn:extensionElements></bpmn:message>`,
  );
  return xml
    .replace('<bpmn:endEvent', `${drawn.join('')}<bpmn:endEvent`)
    .replace('</bpmn:process>', `</bpmn:process>${messages.join('')}`);
};

/** Keeps the move of the case where it is, as soon as it holds the case, until `work` is done. */
async function whileHeld(caseId: string, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await until(async () => {
      await client.query('begin');
      const { rowCount } = await client.query(
        `select id from procedures.case_moves where case_id = $1 and outcome is null and step <> 'WAITING' for update`,
        [caseId],
      );
      if (rowCount === 1) return true;
      await client.query('rollback');
      return null;
    }, 'the move to hold the case');
    await work(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

test('both stages are announced with the release, in their order', async () => {
  const { caseId } = await startExample(officer, 'Hạn đến khi đang chuyển');
  const version = await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': reminding });
  await untilMovable(administrator, MOVES, [caseId]);
  const { id } = await administrator.post(MOVES, { caseIds: [caseId], reason: 'thử' });
  await whileHeld(caseId, async (client) => {
    const { rowCount } = await client.query(
      `update procedures.clocks set created_at = now() - interval '3 hours', amber_at = now() - interval '2 hours', due_at = now() - interval '1 hour'
        where case_id = $1 and rule = 'XU_LY_3N' and state = 'RUNNING' and stage = 'NEUTRAL'`,
      [caseId],
    );
    expect(rowCount).toBe(1);
  });
  const batch = await untilMoved(administrator, MOVES, id);
  expect(batch.counts).toMatchObject({ MOVED: 1 });
  const detail = await administrator.get(`/procedures/operations/instances/${caseId}`);
  expect(JSON.stringify(detail)).toContain(version);
  const { rows } = await pool.query(
    `select s.stage, s.xmin = m.xmin as released from procedures.clock_stages s
       join procedures.clocks c on c.id = s.clock_id join procedures.case_moves m on m.case_id = c.case_id
      where c.case_id = $1 order by s.reached_at`,
    [caseId],
  );
  expect(rows.map((row) => row.stage).slice(0, 2)).toEqual(['AMBER', 'DUE']);
  // In the transaction of the release itself.
  expect(rows.slice(0, 2).map((row) => row.released)).toEqual([true, true]);
  await openTask(officer, caseId, 'nhac_amber');
  await openTask(officer, caseId, 'nhac_due');
  // It is over that the term was near: nobody is told so any more, but that it is due.
  const told = await pool.query(`select topic from procedures.notices where case_id = $1 and kind = 'CLOCK'`, [caseId]);
  const topics = new Set(told.rows.map((row) => row.topic));
  expect([topics.has('CLOCK_DUE'), topics.has('CLOCK_AMBER')]).toEqual([true, false]);
});
