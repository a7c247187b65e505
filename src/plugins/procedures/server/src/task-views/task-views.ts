// task-views/ owns a person's named views of the task list: what stands in the address of the page, under a name, one of
// them the one that opens first. They are the person's alone; whoever is to see one is sent the address.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type SavedTaskView, TASK_QUERY_NAMES } from '../../../shared/task-list-contract';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

const MOST_VIEWS = 30;
const LONGEST_NAME = 60;
const LONGEST_QUERY = 1000;

export async function listTaskViews(knex: Knex, actor: Actor): Promise<SavedTaskView[]> {
  const rows: { id: string; name: string; query: string; is_default: boolean }[] = await knex('procedures.task_views')
    .where({ tenant_id: actor.tenantId, person_id: actor.personId })
    .orderBy('created_at')
    .orderBy('id');
  return rows.map(({ is_default: isDefault, id, name, query }) => ({ id, name, query, isDefault }));
}

/** Keeps a view under its name: a known name is that view, changed. */
export async function saveTaskView(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<SavedTaskView[]> {
  const name = typeof body.name === 'string' ? body.name.replaceAll('\0', '').trim() : '';
  if (name === '' || name.length > LONGEST_NAME) throw badName();
  const query = cleanQuery(body.query);
  const isDefault = body.isDefault === true;
  await inTransaction(platform.strapi, async (trx) => {
    // One at a time for one person: two tabs that save at once would both find room for the last one.
    await trx('procedures.people').where({ id: actor.personId }).forUpdate().first('id');
    const known: { name: string }[] = await trx('procedures.task_views').where({ person_id: actor.personId });
    if (known.length >= MOST_VIEWS && !known.some((one) => one.name === name)) throw tooMany();
    if (isDefault)
      await trx('procedures.task_views').where({ person_id: actor.personId }).update({ is_default: false });
    await trx('procedures.task_views')
      .insert({
        id: randomUUID(),
        tenant_id: actor.tenantId,
        person_id: actor.personId,
        name,
        query,
        is_default: isDefault,
        created_at: platform.clock.now(),
      })
      .onConflict(['person_id', 'name'])
      .merge(['query', 'is_default']);
  });
  return listTaskViews(platform.knex, actor);
}

export async function removeTaskView(platform: Platform, actor: Actor, id: string): Promise<SavedTaskView[]> {
  const removed = /^[0-9a-f-]{36}$/i.test(id)
    ? await platform
        .knex('procedures.task_views')
        .where({ id, tenant_id: actor.tenantId, person_id: actor.personId })
        .delete()
    : 0;
  if (removed === 0) requireAllowed(NOT_FOUND);
  return listTaskViews(platform.knex, actor);
}

/** Only what the list understands is kept of an address. */
function cleanQuery(value: unknown): string {
  const given = new URLSearchParams(typeof value === 'string' ? value.replaceAll('\0', '') : '');
  const kept = new URLSearchParams(
    [...given].filter(([name, text]) => (TASK_QUERY_NAMES as readonly string[]).includes(name) && text !== ''),
  );
  const query = kept.toString();
  if (query.length <= LONGEST_QUERY) return query;
  throw new ProblemError({
    code: 'VIEW_TOO_LONG',
    status: 400,
    vi: 'Bộ lọc này dài quá để lưu. Hãy bỏ bớt điều kiện.',
    en: `Expected a query of at most ${LONGEST_QUERY} characters, but it is longer: take some filters away.`,
  });
}

const badName = () =>
  new ProblemError({
    code: 'VIEW_NAME_MISSING',
    status: 400,
    vi: `Cần tên cho chế độ xem, từ 1 đến ${LONGEST_NAME} ký tự.`,
    en: `Expected a name of 1 to ${LONGEST_NAME} characters for the view.`,
  });

const tooMany = () =>
  new ProblemError({
    code: 'TOO_MANY_VIEWS',
    status: 409,
    vi: `Bạn đã lưu ${MOST_VIEWS} chế độ xem. Hãy xoá bớt một chế độ xem rồi lưu lại.`,
    en: `Expected fewer than ${MOST_VIEWS} saved views: delete one, then save again.`,
  });
