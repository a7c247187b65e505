/**
 * Owns many offices at work that nobody has to live through: tenants, people, cases and tasks written straight into the
 * tables, with the example package that one real tenant has published. Their tasks can be listed, claimed and given; the
 * engine knows none of them. Triggers are off while they are written, so every column is given here.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(import.meta.dirname, '..', '..', 'package.json'));
const bcrypt = require('bcryptjs');

export const PASSWORD = 'Mat-khau-thu-nghiem-1';
const SOURCE = 'tam-thanh';

/**
 * @typedef {object} Size
 * @property {string} prefix of tenants, people's addresses and ids
 * @property {number} tenants
 * @property {number} people in all; the first of each unit leads it
 * @property {number} openTasks
 * @property {boolean} [claimed] a third of the open ones is held by somebody
 */

/** @param {string} prefix @param {number} n */
export const email = (prefix, n) => `${prefix}-${n}@example.test`;

/**
 * Each tenant has a leading unit `TREN` and, below it, units `A`, `B`, `C`, `D`; person n (from 0) of a tenant works in
 * unit n mod 4, the first four lead, and the fifth oversees from above.
 * @param {{ query(text: string, values?: unknown[]): Promise<{ rows: any[] }> }} db @param {Size} size
 */
export async function seedOffices(db, size) {
  const { prefix, tenants, people, openTasks, claimed = true } = size;
  const password = bcrypt.hashSync(PASSWORD, 4);
  await db.query('begin');
  await db.query("set local session_replication_role = 'replica'");
  await db.query(
    'create temp table office on commit drop as select n, $1 || n as id from generate_series(0, $2::int - 1) n',
    [`${prefix}-`, tenants],
  );
  await db.query(
    `insert into procedures.tenants (id, name, demo, created_at) select id, 'Phường ' || n, true, now() from office`,
  );
  await db.query(`insert into procedures.units (id, tenant_id, code, name, parent_code)
    select gen_random_uuid(), o.id, u, 'Đơn vị ' || u, case u when 'TREN' then null else 'TREN' end
    from office o, unnest(array['TREN','A','B','C','D']) u`);
  await copyPackage(db);
  await db.query(
    `create temp table person on commit drop as
     select gen_random_uuid() as id, n, 'p' || n as code, $1 || '-' || (n % $2::int) as tenant_id, n / $2::int as seat
     from generate_series(0, $3::int - 1) n`,
    [prefix, tenants, people],
  );
  await db.query(
    `with account as (
       insert into admin_users (document_id, firstname, lastname, email, password, is_active, blocked, created_at, updated_at, published_at)
       select $1 || '-' || n, 'Người', n::text, $1 || '-' || n || '@example.test', $2, true, false, now(), now(), now() from person
       returning id, document_id),
     role as (
       insert into admin_users_roles_lnk (user_id, role_id, role_ord, user_ord)
       select account.id, (select id from admin_roles where code = 'procedures-staff' limit 1), 1, 1 from account)
     insert into procedures.people (id, tenant_id, admin_user_id, full_name)
     select p.id, p.tenant_id, account.id, 'Người Thử ' || p.n from person p join account on account.document_id = $1 || '-' || p.n`,
    [prefix, password],
  );
  await db.query(`insert into procedures.positions (id, tenant_id, person_id, unit_code, title, roles, is_head, valid_from)
    select gen_random_uuid(), tenant_id, id, (array['A','B','C','D'])[1 + seat % 4], 'Cán bộ', array['can-bo'], seat < 4, now() - interval '1 year'
    from person`);
  await db.query(`insert into procedures.positions (id, tenant_id, person_id, unit_code, title, roles, is_head, valid_from)
    select gen_random_uuid(), tenant_id, id, 'TREN', 'Lãnh đạo', array['lanh-dao','oversight'], true, now() - interval '1 year' from person where seat = 4`);
  await writeTasks(db, prefix, tenants, openTasks, 'OPEN', claimed);
  await db.query('commit');
  await db.query(ANALYZE);
}

/**
 * What the same offices have done before: closed tasks of ended cases.
 * @param {{ query(text: string, values?: unknown[]): Promise<{ rows: any[] }> }} db
 * @param {{ prefix: string, tenants: number, closedTasks: number }} size
 */
export async function seedHistory(db, { prefix, tenants, closedTasks }) {
  await db.query('begin');
  await db.query("set local session_replication_role = 'replica'");
  await db.query(
    "create temp table person on commit drop as select null::uuid as id, ''::text as tenant_id, 0 as seat where false",
  );
  await writeTasks(db, prefix, tenants, closedTasks, 'COMPLETED', false);
  await db.query('commit');
  await db.query(ANALYZE);
}

const ANALYZE =
  'analyze procedures.tasks, procedures.cases, procedures.clocks, procedures.people, procedures.positions';

/** @param {{ query(text: string, values?: unknown[]): Promise<unknown> }} db */
async function copyPackage(db) {
  const copies = {
    packages: 'package_id, version, manifest, events, content_hash, published_at, active',
    package_files: 'package_id, version, path, kind, content',
    clock_rules: 'package_id, rule_id, version, definition, confirmation_state, active, created_at',
  };
  for (const [table, columns] of Object.entries(copies)) {
    const given = columns.replaceAll(/(\w+)/g, 's.$1');
    await db.query(`insert into procedures.${table} (tenant_id, ${columns})
      select o.id, ${given} from office o, procedures.${table} s where s.tenant_id = '${SOURCE}' and s.package_id = 'vi-du'`);
  }
}

/**
 * Two tasks a case.
 * @param {{ query(text: string, values?: unknown[]): Promise<unknown> }} db @param {string} prefix @param {number} tenants
 * @param {number} count @param {string} state @param {boolean} claimed
 */
async function writeTasks(db, prefix, tenants, count, state, claimed) {
  await db.query(
    `create temp table written on commit drop as
     select gen_random_uuid() as id, n, k, $1 || '-' || (n % $2::int) as tenant_id, (array['A','B','C','D'])[1 + k % 4] as unit,
       (array['Mượn phòng họp tổ dân phố','Mượn hội trường','Mượn sân vận động','Mượn loa đài','Sửa nhà văn hóa'])[1 + (k / 4) % 5] as title,
       now() - (k % 1000) * interval '1 hour' as received
     from generate_series(0, $3::int / 2 - 1) n, lateral (select n / $2::int as k) ordinal`,
    [prefix, tenants, count],
  );
  await db.query(
    `insert into procedures.cases (id, tenant_id, package_id, package_version, record_type, record_document_id, book_no, state,
       handling_unit, participating_units, life, received_at, created_at, updated_at, title, facets)
     select w.id, w.tenant_id, 'vi-du', p.version, 'api::example-request.example-request', w.id::text, $1 || w.n || '/2026',
       'DA_TIEP_NHAN', w.unit, array[w.unit], case $1 when 'OPEN' then 'ACTIVE' else 'COMPLETED' end, w.received, w.received, w.received,
       w.title, array['record.quantity=' || (1 + (w.k / 4) % 8)]
     from written w join procedures.packages p on p.tenant_id = w.tenant_id and p.package_id = 'vi-du' and p.active`,
    [state],
  );
  await db.query(
    `insert into procedures.clocks (id, case_id, tenant_id, package_id, rule_id, rule_version, rule, owner, tracking, unit, length,
       start_event, anchor, start_at, due_at, due_day, nominal_day, amber_at, derivation, calendar_revision, state, stage, created_at)
     select gen_random_uuid(), w.id, w.tenant_id, 'vi-du', r.rule_id, r.version, r.rule_id, w.unit, 'ENFORCED', 'hours', 72, 'TIEP_NHAN', 'event',
       w.received, d.due, d.due::date, d.due::date, d.due - interval '1 day', '{"vi":"","en":""}', 1,
       case $1 when 'OPEN' then 'RUNNING' else 'MET' end,
       -- As the scheduler would have left it long ago: else it tells thousands of people while somebody measures.
       case when d.due < now() then 'ESCALATED' when d.due - interval '1 day' < now() then 'AMBER' else 'NEUTRAL' end, w.received
     from written w
     join lateral (select now() + (w.k * 7 % 401 - 100) * interval '1 hour' as due) d on true
     join lateral (select rule_id, version from procedures.clock_rules where tenant_id = w.tenant_id and active limit 1) r on true
     where (w.k / 3) % 5 <> 0`,
    [state],
  );
  await db.query(
    `insert into procedures.tasks (id, case_id, tenant_id, engine_id, job_key, element_id, element_instance_key, process_id, title,
       candidate_groups, state, due_at, due_clock, amber_at, opened_at, package_id, handling_unit, case_state, received_at,
       participating_units, facets, search_text, completed_at, assignee, given_unit, head_id)
     select gen_random_uuid(), w.id, w.tenant_id, $3::uuid, w.n * 2 + half, (array['tiep_nhan','xu_ly'])[half], 1, 'vi-du',
       (array['Tiếp nhận yêu cầu','Xử lý yêu cầu'])[half], array[w.unit || '/can-bo'], $1, k.due_at, k.id, k.amber_at,
       w.received, 'vi-du', w.unit, 'DA_TIEP_NHAN', w.received, array[w.unit], array['record.quantity=' || (1 + (w.k / 4) % 8)],
       case $1 when 'OPEN' then procedures.search_words((array['Tiếp nhận yêu cầu','Xử lý yêu cầu'])[half] || ' ' || w.title || ' ' || $1 || w.n || '/2026') else '' end,
       case $1 when 'OPEN' then null else w.received end,
       case when $2 and (w.k / 4) % 3 = 0 then p.id end, w.unit,
       case $1 when 'OPEN' then null else procedures.head_of_unit(w.tenant_id, w.unit, w.received) end
     from written w
     cross join generate_series(1, 2) half
     left join procedures.clocks k on k.case_id = w.id
     left join person p on p.tenant_id = w.tenant_id and p.seat = w.k % 4 + 4 * (1 + (w.k / 12) % 6)`,
    [state, claimed, randomUUID()],
  );
  await db.query('drop table written');
  await db.query('select procedures.rebuild_task_days(id) from procedures.tenants where id like $1', [`${prefix}-%`]);
}
