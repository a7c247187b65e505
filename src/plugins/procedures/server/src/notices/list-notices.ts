// Owns a person's notices as the panel shows them: why each came, and about which case, by the rights of this moment.
import type { Knex } from 'knex';
import { NOTICE_KINDS, type NoticeKind, type NoticeList, type NoticeRow } from '../../../shared/notifications-contract';
import type { LocalText } from '../packages/types';
import { caseAccess } from '../policy/case-access';
import { decide } from '../policy/decide';
import { caseSubject, taskSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { instantOf } from '../time/instant-of';
import { caseRows } from '../views/case-rows';

const PAGE = 30;

interface Copy {
  id: string;
  topic: NoticeKind;
  urgent: boolean;
  text: LocalText;
  because: LocalText | null;
  case_id: string | null;
  task_id: string | null;
  link: string | null;
  withdrawn_at: Date | null;
  withdrawn_why: LocalText | null;
  created_at: Date;
  read_at: Date | null;
}

/** Said instead of the reason where the reader may no longer know of the case. */
const OUT_OF_SIGHT: LocalText = {
  vi: 'Về một hồ sơ mà bạn không còn được xem',
  en: 'About a case that you may no longer see',
};

export const ownNotices = (knex: Knex, actor: Actor) =>
  knex('procedures.notice_recipients as copy')
    .join('procedures.notices as notice', 'notice.id', 'copy.notice_id')
    .where({ 'copy.person_id': actor.personId, 'copy.tenant_id': actor.tenantId });

export const unreadCount = async (knex: Knex, actor: Actor): Promise<number> => {
  const [{ n }] = await knex('procedures.notice_recipients')
    .where({ person_id: actor.personId, tenant_id: actor.tenantId })
    .whereNull('read_at')
    .count('* as n');
  return Number(n);
};

export async function listNotices(
  platform: Platform,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<NoticeList> {
  const { knex } = platform;
  const list = ownNotices(knex, actor);
  if (NOTICE_KINDS.includes(query.kind as NoticeKind)) list.where('notice.topic', query.kind);
  if (query.unread === 'true') list.whereNull('copy.read_at');
  const [at, id] = (query.before ?? '').split('_');
  const from = instantOf(at);
  if (from && UUID.test(id ?? ''))
    list.whereRaw('(copy.created_at, copy.notice_id) < (?::timestamptz, ?::uuid)', [from, id]);
  const copies: Copy[] = await list
    .orderBy([
      { column: 'copy.created_at', order: 'desc' },
      { column: 'copy.notice_id', order: 'desc' },
    ])
    .limit(PAGE + 1)
    .select('notice.*', 'copy.because', 'copy.read_at', 'copy.created_at');
  const counted: { topic: NoticeKind; n: string }[] = await ownNotices(knex, actor)
    .groupBy('notice.topic')
    .select('notice.topic')
    .count('* as n');
  const shown = copies.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: await rowsOf(platform, actor, shown),
    unread: await unreadCount(knex, actor),
    counts: Object.fromEntries(counted.map(({ topic, n }) => [topic, Number(n)])),
    before: copies.length > PAGE && last ? `${last.created_at.toISOString()}_${last.id}` : null,
  };
}

async function rowsOf(platform: Platform, actor: Actor, copies: Copy[]): Promise<NoticeRow[]> {
  const { knex } = platform;
  const ids = (name: 'case_id' | 'task_id') => [...new Set(copies.flatMap((copy) => copy[name] ?? []))];
  const cases: CaseRecord[] = await knex('procedures.cases')
    .where({ tenant_id: actor.tenantId })
    .whereIn('id', ids('case_id'));
  const visible = cases.filter((one) => caseAccess(actor, caseSubject(one)) !== 'none');
  const titled = await caseRows(platform, actor, visible);
  const tasks: TaskRecord[] = await knex('procedures.tasks')
    .where({ tenant_id: actor.tenantId, state: 'OPEN' })
    .whereIn('id', ids('task_id'));
  const mayOpen = (taskId: string) => {
    const task = tasks.find((one) => one.id === taskId);
    const of = visible.find((one) => one.id === task?.case_id);
    return Boolean(task && of && decide(actor, 'task.read', taskSubject(task, caseSubject(of))).allowed);
  };
  return copies.map((copy) => {
    const row = titled.find((one) => one.id === copy.case_id);
    const isHidden = copy.case_id !== null && !row;
    const asTask = copy.task_id !== null && copy.link === `/tasks/${copy.task_id}`;
    const link = asTask && !mayOpen(copy.task_id as string) ? row && `/cases/${row.id}` : copy.link;
    return {
      id: copy.id,
      kind: copy.topic,
      urgent: copy.urgent,
      createdAt: copy.created_at.toISOString(),
      readAt: copy.read_at?.toISOString() ?? null,
      because: copy.because,
      why: isHidden ? OUT_OF_SIGHT : copy.text,
      withdrawn:
        copy.withdrawn_at && copy.withdrawn_why
          ? { at: copy.withdrawn_at.toISOString(), why: copy.withdrawn_why }
          : null,
      case: copy.case_id
        ? { id: row?.id ?? null, bookNo: row?.bookNo ?? null, title: row?.title ?? null, seen: !isHidden }
        : null,
      link: isHidden ? null : (link ?? null),
    };
  });
}
