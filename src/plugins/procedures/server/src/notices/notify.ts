// Owns the one way to tell a person something: mentions, assignments, directions, reminders, reports, terms. Call it in
// the transaction of what happened; the panel shows it at the commit, e-mail and webhooks follow by scheduler/looks.ts.
//
//   await notify(trx, { tenantId, kind: 'MENTION', to: { personId }, why: { vi, en }, caseId, taskId, now, by: actor.personId });
//
// `why` is a sentence about the event in general words ("Bạn được nhắc đến trong một trao đổi"): it is kept as written, so
// it holds no name of a person of the case and nothing of its content. Which case it is about is told by `caseId`, whose
// title everybody sees by his own rights, when he looks. A new kind: shared/notifications-contract.ts.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { NoticeKind } from '../../../shared/notifications-contract';
import { announce } from '../live/announce';
import type { LocalText } from '../packages/types';
import { findRecipients, type Recipient } from './find-recipients';

export interface Notice {
  tenantId: string;
  kind: NoticeKind;
  /** Through quiet hours too; a tenant may have made the whole kind urgent besides. */
  urgent?: boolean;
  /** Of several the first that a person belongs to tells him; nobody is told twice. */
  to: Recipient | readonly Recipient[];
  why: LocalText;
  caseId?: string | null;
  taskId?: string | null;
  clockId?: string | null;
  eventId?: string | null;
  rule?: string | null;
  /** Who is named on the case's page as the one to be told; left out: the address itself. */
  label?: string;
  /** A page of the plugin from its root, e.g. /reports/2026-11; left out: the task's, else the case's. */
  link?: string | null;
  /** What it asks for an act on, e.g. `merge:<id>`: withdrawNotices() takes it back when nothing is left to do. */
  subject?: string;
  /** Business time: platform.clock.now(). */
  now: Date;
  /** Who did it, and need not be told. */
  by?: string | null;
}

/** Returns the ids of the people who are told. Nobody is told of a restricted case who may not know of it. */
export async function notify(trx: Knex.Transaction, notice: Notice): Promise<string[]> {
  const targets = [notice.to].flat() as Recipient[];
  const told = new Set<string>(notice.by ? [notice.by] : []);
  const mayKnow = notice.caseId ? await unitsThatMayKnow(trx, notice.tenantId, notice.caseId) : null;
  for (const target of targets) {
    const found = await findRecipients(trx, notice.tenantId, target, mayKnow, notice.now);
    const fresh = found.filter((one) => !told.has(one.personId));
    const id = randomUUID();
    await trx('procedures.notices').insert({
      id,
      case_id: notice.caseId ?? null,
      task_id: notice.taskId ?? null,
      tenant_id: notice.tenantId,
      kind: notice.kind.startsWith('CLOCK_') ? 'CLOCK' : notice.kind,
      topic: notice.kind,
      urgent: notice.urgent ?? false,
      recipient: notice.label ?? labelOf(target),
      rule: notice.rule ?? null,
      text: JSON.stringify(notice.why),
      event_id: notice.eventId ?? null,
      clock_id: notice.clockId ?? null,
      person_id: 'personId' in target ? target.personId : null,
      link: notice.link ?? linkOf(notice),
      subject: notice.subject ?? null,
      created_at: notice.now,
    });
    if (fresh.length === 0) continue;
    await trx('procedures.notice_recipients').insert(
      fresh.map((one) => ({
        person_id: one.personId,
        notice_id: id,
        tenant_id: notice.tenantId,
        because: one.because ? JSON.stringify(one.because) : null,
        created_at: notice.now,
      })),
    );
    for (const one of fresh) told.add(one.personId);
    await announce(trx, { tenantId: notice.tenantId, topic: 'notices', ids: [id] });
  }
  if (notice.by) told.delete(notice.by);
  return [...told];
}

function labelOf(target: Recipient): string {
  if ('personId' in target) return 'PERSON';
  if ('administrators' in target) return 'ADMINISTRATORS';
  if ('group' in target) return target.group;
  return 'unit' in target ? target.unit : target.unitHead;
}

function linkOf({ taskId, caseId }: Notice): string | null {
  if (taskId) return `/tasks/${taskId}`;
  return caseId ? `/cases/${caseId}` : null;
}

/** null: the case is not restricted. */
async function unitsThatMayKnow(trx: Knex.Transaction, tenantId: string, caseId: string): Promise<string[] | null> {
  const row: { restricted: boolean; participating_units: string[] } | undefined = await trx('procedures.cases')
    .where({ id: caseId, tenant_id: tenantId })
    .first('restricted', 'participating_units');
  if (!row) return [];
  return row.restricted ? row.participating_units : null;
}
