// Cases of the example package are moved to a new version on the real broker: what people hold stays, nothing happens twice.

import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { draftStamps } from '../../support/draft-stamps';
import { untilMovable, untilMoved, untilStand } from '../../support/dry-run';
import { type Change, publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';

const TENANT = 'bach-dang';
const MOVES = '/procedures/packages/vi-du/moves';
let officer: Client;
let administrator: Client;
let pool: Pool;

beforeAll(async () => {
  officer = await as(`van-phong@${TENANT}.example`);
  administrator = await as(`quan-tri@${TENANT}.example`);
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
  await restorePackage(TENANT, 'vi-du');
});
afterAll(async () => {
  await restorePackage(TENANT, 'vi-du');
  await pool.end();
});

const claim = async (id: string) => {
  const { task } = await officer.get(`/procedures/tasks/${id}`);
  return (await officer.post(`/procedures/tasks/${id}/claim`, { version: task.version })).task.version as number;
};
const complete = async (caseId: string, element: string, values: object) => {
  const { id } = await openTask(officer, caseId, element);
  const body = { version: await claim(id), values };
  const answer = await officer.call('POST', `/procedures/tasks/${id}/complete?wait=10000`, body);
  expect([element, answer.status, answer.body.state]).toEqual([element, 202, 'CONFIRMED']);
};
const received = (caseId: string) => complete(caseId, 'tiep_nhan', { record: { quantity: 4 }, task: { note: 'ghi' } });
const finished = (id: string) => untilMoved(administrator, MOVES, id);
// What must not change by a move, whatever it is called at the engine.
const wholeOf = async (caseId: string) => {
  const { rows } = await pool.query(
    `select c.book_no, c.receipt_code, c.state,
       (select json_agg(json_build_array(k.id, k.due_at, k.state) order by k.id) from procedures.clocks k where k.case_id = c.id) as clocks,
       (select json_agg(e.code order by e.seq) from procedures.business_events e where e.case_id = c.id) as events,
       (select count(*) from procedures.notices n where n.case_id = c.id and n.kind <> 'SYSTEM')::int as notices,
       (select json_agg(json_build_array(t.id, t.assignee, t.state, t.due_at) order by t.id) from procedures.tasks t where t.case_id = c.id) as tasks
     from procedures.cases c where c.id = $1`,
    [caseId],
  );
  return rows[0];
};

describe('cases at every step of the old version', () => {
  const cases: Record<'first' | 'second' | 'third', string> = { first: '', second: '', third: '' };
  let draftTask: string;
  let version: string;

  beforeAll(async () => {
    for (const name of ['first', 'second', 'third'] as const) cases[name] = (await startExample(officer, name)).caseId;
    await received(cases.second);
    await received(cases.third);
    await complete(cases.third, 'xu_ly', { record: { roomCode: 'P1' }, task: { decision: 'DONG_Y' } });
    draftTask = (await openTask(officer, cases.first)).id;
    await claim(draftTask);
    await officer.call('PUT', `/procedures/tasks/${draftTask}/draft`, {
      values: { task: { note: 'đang viết' } },
      stamp: draftStamps()(),
    });
    // A step more behind the first, another id for the second, another form for the first.
    version = await publishVersion(TENANT, 'vi-du', {
      'vi-du.bpmn': (xml) =>
        xml.replaceAll('"xu_ly"', '"xep_phong"').replaceAll('bpmnElement="xu_ly"', 'bpmnElement="xep_phong"'),
      'manifest.json': (text) => text.replace('"xu_ly":', '"xep_phong":'),
      'events.json': (text) => text.replace('"element": "xu_ly"', '"element": "xep_phong"'),
      'tiep-nhan.form': (text) => text.replace('"label": "Ghi chú"', '"label": "Ghi chú của văn phòng"'),
    });
  });

  it('are shown in the dry run: where each would stand, and which step is gone', async () => {
    const preview = await untilStand(administrator, MOVES, {
      [cases.first]: ['tiep_nhan'],
      [cases.second]: ['xu_ly'],
      [cases.third]: ['ket_thuc'],
    });
    expect(preview.version).toBe(version);
    const of = (id: string) => preview.cases.find((one: { id: string }) => one.id === id);
    expect(of(cases.first)).toMatchObject({
      movable: true,
      reasons: [],
      steps: [{ elementId: 'tiep_nhan', to: { elementId: 'tiep_nhan' }, formChanged: true }],
    });
    expect(of(cases.second)).toMatchObject({ movable: false, steps: [{ elementId: 'xu_ly', to: null }] });
    expect(of(cases.second).reasons.map((one: { code: string }) => one.code)).toEqual(['ELEMENT_GONE']);
    const gone = preview.gone.find((one: { elementId: string }) => one.elementId === 'xu_ly');
    expect(gone.choices.map((one: { elementId: string }) => one.elementId)).toContain('xep_phong');
    const chosen = await administrator.post(`${MOVES}/preview`, { mapping: { xu_ly: 'xep_phong' } });
    expect(chosen.cases.find((one: { id: string }) => one.id === cases.second)).toMatchObject({ movable: true });
    expect(JSON.stringify(preview)).not.toContain('Kiểm thử');
  });

  it('are refused in words: no reason, unknown steps, nothing chosen', async () => {
    const start = (body: object) => administrator.call('POST', MOVES, body);
    expect((await start({ caseIds: [cases.first] })).body.error.code).toBe('REASON_NEEDED');
    expect((await start({ caseIds: 'x', reason: 'r' })).body.error.code).toBe('CASES_NEEDED');
    expect((await start({ caseIds: [], reason: 'r' })).body.error.code).toBe('NOTHING_TO_MOVE');
    expect((await start({ caseIds: [randomUUID()], reason: 'r' })).body.error.code).toBe('NOTHING_TO_MOVE');
    expect((await start({ caseIds: [cases.first], mapping: { a: 'none' }, reason: 'r' })).body.error.code).toBe(
      'MAPPING_UNKNOWN',
    );
    expect((await start({ caseIds: [cases.first], mapping: [1], reason: 'r' })).body.error.code).toBe('MAPPING_NEEDED');
    expect((await officer.call('POST', `${MOVES}/preview`, {})).status).toBe(403);
    const stranger = await as('quan-tri@tam-thanh.example');
    const foreign = await stranger.post(`${MOVES}/preview`, {});
    expect(foreign.cases.map((one: { id: string }) => one.id)).not.toContain(cases.first);
  });

  it('are moved: tasks, claims, drafts, terms, numbers and events as before, and work goes on', async () => {
    await untilMovable(administrator, MOVES, Object.values(cases), { xu_ly: 'xep_phong' });
    const before = await Promise.all(Object.values(cases).map(wholeOf));
    const { id } = await administrator.post(MOVES, {
      caseIds: Object.values(cases),
      mapping: { xu_ly: 'xep_phong' },
      reason: 'Phiên bản mới',
    });
    const batch = await finished(id);
    expect(batch.counts).toMatchObject({ MOVED: 3, KEPT: 0, RETURNED: 0, STUCK: 0 });
    expect(await Promise.all(Object.values(cases).map(wholeOf))).toEqual(before);

    const { task, draft } = await officer.get(`/procedures/tasks/${draftTask}`);
    expect(task.assignee).not.toBeNull();
    expect(draft.values).toEqual({ task: { note: 'đang viết' } });
    const { rows } = await pool.query(
      `select text->>'vi' as vi from procedures.notices where task_id = $1 and kind = 'SYSTEM'`,
      [draftTask],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].vi).toContain('Biểu mẫu');

    const second = await officer.get(`/procedures/cases/${cases.second}`);
    expect(second.case.packageVersion ?? version).toBe(version);
    await received(cases.first);
    for (const caseId of [cases.first, cases.second])
      await complete(caseId, 'xep_phong', { record: { roomCode: 'P2' }, task: { decision: 'DONG_Y' } });
    const head = await as(`lanh-dao-van-phong@${TENANT}.example`);
    for (const caseId of Object.values(cases)) {
      const last = await openTask(head, caseId, 'ket_thuc');
      const claimed = await head.post(`/procedures/tasks/${last.id}/claim`, { version: last.version });
      const done = await head.call('POST', `/procedures/tasks/${last.id}/complete?wait=10000`, {
        version: claimed.task.version,
        values: { task: { confirmed: true } },
      });
      expect(done.body.state).toBe('CONFIRMED');
      const { events } = await officer.get(`/procedures/cases/${caseId}`);
      expect(events.map((event: { code: string }) => event.code)).toEqual([
        'BAT_DAU',
        'TIEP_NHAN',
        'XU_LY',
        'KET_THUC',
      ]);
    }
    const { items } = await (await as(`kiem-tra@${TENANT}.example`)).get('/procedures/audit?pageSize=100');
    // Other tests move cases of this ward too.
    const moved = items.filter(
      (one: { action: string; subjectId: string }) =>
        one.action === 'case.move.moved' && Object.values(cases).includes(one.subjectId),
    );
    expect(moved).toHaveLength(3);
    const actions = items.map((one: { action: string }) => one.action);
    expect(actions).toContain('package.move');
  });

  it('end as any case does, though an earlier instance of theirs was cancelled', async () => {
    for (const caseId of Object.values(cases))
      await until(async () => {
        const { rows } = await pool.query('select life from procedures.cases where id = $1', [caseId]);
        if (rows[0].life === 'CANCELLED') throw new Error('Expected the case to be completed, but it is cancelled');
        return rows[0].life === 'COMPLETED' ? true : null;
      }, 'the case to be completed');
  });

  it('leave exactly one living instance each, and no unwanted one', async () => {
    const { rows } = await pool.query(
      `select i.case_id, count(*) filter (where p.state <> 'TERMINATED')::int as kept, count(*)::int as all
         from procedures.case_instances i join procedures.process_instances p
           on p.engine_id = i.engine_id and p.process_instance_key = i.process_instance_key
        where i.case_id = any($1) group by 1`,
      [Object.values(cases)],
    );
    expect(rows.map((row) => [row.kept, row.all])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    const surplus = await pool.query(
      'select count(*)::int as n from procedures.surplus_instances where ended_at is null',
    );
    expect(surplus.rows[0].n).toBe(0);
  });
});

describe('a case that is held', () => {
  it('refuses acts with what to do, keeps drafts, and takes acts again afterwards', async () => {
    const { caseId, taskId } = await startExample(officer, 'giữ');
    const version = await claim(taskId);
    await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': (xml) => xml.replace('Tiếp nhận yêu cầu', 'Nhận yêu cầu') });
    // Held by hand at a step that a look of the mover does not take, to see what people see meanwhile.
    const batch = randomUUID();
    const { rows } = await pool.query('select package_version, tenant_id from procedures.cases where id = $1', [
      caseId,
    ]);
    await pool.query(
      `insert into procedures.move_batches (id, tenant_id, package_id, to_version, mapping, recompute, reason, state, started_by, started_at)
       select $1, $2, 'vi-du', $3, '{}', false, 'thử', 'RUNNING', p.id, now() from procedures.people p where p.tenant_id = $2 limit 1`,
      [batch, TENANT, rows[0].package_version],
    );
    await pool.query(
      `insert into procedures.case_moves (id, batch_id, tenant_id, case_id, from_version, to_version, step, stuck, next_at, created_at)
       values ($1, $1, $2, $3, $4, $4, 'HELD', true, now(), now())`,
      [batch, TENANT, caseId, rows[0].package_version],
    );
    const body = { version, values: { record: { quantity: 4 }, task: { note: 'x' } } };
    const refused = await officer.call('POST', `/procedures/tasks/${taskId}/complete`, body);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'CASE_MOVING']);
    expect(refused.body.error.vi).toContain('đang được chuyển sang phiên bản');
    expect(
      (
        await officer.call('PUT', `/procedures/tasks/${taskId}/draft`, {
          values: { task: { note: 'x' } },
          stamp: draftStamps()(),
        })
      ).status,
    ).toBeLessThan(300);
    await pool.query(`update procedures.case_moves set outcome = 'KEPT', step = 'RELEASED' where id = $1`, [batch]);
    await pool.query(`update procedures.move_batches set state = 'DONE' where id = $1`, [batch]);
    const done = await officer.call('POST', `/procedures/tasks/${taskId}/complete?wait=10000`, body);
    expect([done.status, done.body.state]).toEqual([202, 'CONFIRMED']);
  });
});

describe('terms', () => {
  const rulesNow = async () => {
    const { items } = await administrator.get('/procedures/clock-rules');
    return items.filter((one: { packageId: string }) => one.packageId === 'vi-du');
  };
  const termsOf = async (caseId: string) => {
    const { rows } = await pool.query(
      `select rule_id, rule_version, length::int, state, due_at from procedures.clocks where case_id = $1 order by created_at, state desc`,
      [caseId],
    );
    return rows;
  };
  const changeRules = (change: (rules: Record<string, unknown>[]) => object[]): Record<string, Change> => ({
    'manifest.json': (text) => {
      const manifest = JSON.parse(text);
      return JSON.stringify({ ...manifest, clockRules: change(manifest.clockRules) }, null, 2);
    },
  });
  const moveTo = async (caseId: string, more: object) => {
    await untilMovable(administrator, MOVES, [caseId]);
    const { id } = await administrator.post(MOVES, { caseIds: [caseId], reason: 'hạn mới', ...more });
    expect((await finished(id)).counts.MOVED).toBe(1);
  };
  beforeAll(() => restorePackage(TENANT, 'vi-du'));

  it('are computed anew by a changed rule where that is asked for, stay where it is not, and the rule comes back', async () => {
    const [before] = await rulesNow();
    const [asked, left] = [
      (await startExample(officer, 'tính lại')).caseId,
      (await startExample(officer, 'giữ hạn')).caseId,
    ];
    const [old] = await termsOf(asked);
    await publishVersion(
      TENANT,
      'vi-du',
      changeRules((rules) => rules.map((rule) => ({ ...rule, length: 30 }))),
    );
    const [longer] = await rulesNow();
    expect([longer.version, longer.definition.length]).toEqual([before.version + 1, 30]);
    const { changedRules } = await administrator.post(`${MOVES}/preview`, {});
    expect(changedRules).toMatchObject([{ title: longer.definition.title }]);
    await moveTo(asked, { recompute: true });
    await moveTo(left, {});
    expect(await termsOf(asked)).toEqual([
      { ...old, state: 'SUPERSEDED' },
      { ...old, length: 30, rule_version: longer.version, state: 'RUNNING', due_at: expect.any(Date) },
    ]);
    const [, anew] = await termsOf(asked);
    expect(anew.due_at.getTime() - old.due_at.getTime()).toBeGreaterThan(27 * 86_400_000);
    expect(await termsOf(left)).toMatchObject([{ length: 3, state: 'RUNNING', rule_version: old.rule_version }]);

    await restorePackage(TENANT, 'vi-du');
    const [back] = await rulesNow();
    expect([back.version, back.definition.length]).toEqual([longer.version + 1, 3]);
  });

  it('of a rule that is gone end with the version that had it: cases of that version still begin and meet them', async () => {
    const more = { ...(await rulesNow())[0].definition, id: 'GHI_NGAY', rule: 'GHI_NGAY', version: 1 };
    const added = { ...more, start: [{ event: 'TIEP_NHAN', anchor: 'event' }], stop: [{ event: 'XU_LY' }] };
    await publishVersion(
      TENANT,
      'vi-du',
      changeRules((rules) => [...rules, added]),
    );
    const { caseId } = await startExample(officer, 'bản có hạn');
    await restorePackage(TENANT, 'vi-du');
    expect((await rulesNow()).map((one: { id: string }) => one.id)).not.toContain('GHI_NGAY');
    const { caseId: later } = await startExample(officer, 'bản không hạn');
    for (const id of [caseId, later]) await received(id);
    const ids = async (id: string) => (await termsOf(id)).map((one) => one.rule_id).sort();
    expect(await ids(caseId)).toEqual(['GHI_NGAY', 'XU_LY_3N']);
    expect(await ids(later)).toEqual(['XU_LY_3N']);
    await complete(caseId, 'xu_ly', { record: { roomCode: 'P1' }, task: { decision: 'DONG_Y' } });
    expect((await termsOf(caseId)).map((one) => one.state)).toEqual(['MET', 'MET']);
  });
});

describe('a batch', () => {
  it('is stopped and goes on: what waits for its turn waits', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await startExample(officer, `đợt ${n}`)).caseId);
    await publishVersion(TENANT, 'vi-du', {
      'vi-du.bpmn': (xml) => xml.replace('"Xác nhận kết thúc"', '"Xác nhận đã xong"'),
    });
    await untilMovable(administrator, MOVES, ids);
    const { id } = await administrator.post(MOVES, { caseIds: ids, reason: 'đợt' });
    const stopped = await administrator.call('POST', `/procedures/move-batches/${id}/stop`, {});
    if (stopped.status === 200) {
      const { items } = await administrator.get(MOVES);
      expect(items.find((one: { id: string }) => one.id === id).state).toMatch(/STOPPED|DONE/);
      await administrator.call('POST', `/procedures/move-batches/${id}/resume`, {});
    }
    const batch = await finished(id);
    expect(batch.counts.MOVED).toBe(3);
    expect((await administrator.call('POST', `/procedures/move-batches/${id}/stop`, {})).status).toBe(409);
    expect((await administrator.call('POST', `/procedures/move-batches/${randomUUID()}/stop`, {})).status).toBe(404);
    expect((await administrator.call('POST', `/procedures/moves/${batch.moves[0].id}/retry`, {})).status).toBe(409);
  });
});
