// Owns what another system is told: ids of ours, the kind, the time. No name, no number, no text, no key of the engine; and
// of a protected case not even its id.
import type { NoticeKind } from '../../../shared/notifications-contract';
import { findProtected } from '../mail/find-protected';
import { NEUTRAL_KINDS } from '../mail/mail-words';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';

interface NoticeRow {
  id: string;
  tenant_id: string;
  topic: NoticeKind;
  urgent: boolean;
  rule: string | null;
  case_id: string | null;
  task_id: string | null;
  clock_id: string | null;
  created_at: Date;
}

export async function webhookBody(platform: Platform, noticeId: string): Promise<string> {
  const { knex } = platform;
  const notice: NoticeRow = await knex('procedures.notices').where({ id: noticeId }).first();
  const current: CaseRecord | undefined = notice.case_id
    ? await knex('procedures.cases').where({ id: notice.case_id }).first()
    : undefined;
  const isWithheld =
    NEUTRAL_KINDS.includes(notice.topic) || (current ? (await findProtected(platform, [current])).size > 0 : false);
  return JSON.stringify({
    id: notice.id,
    kind: notice.topic,
    at: notice.created_at.toISOString(),
    tenantId: notice.tenant_id,
    urgent: notice.urgent,
    withheld: isWithheld,
    rule: isWithheld ? null : notice.rule,
    caseId: isWithheld ? null : notice.case_id,
    taskId: isWithheld ? null : notice.task_id,
    clockId: isWithheld ? null : notice.clock_id,
  });
}

export const testBody = (deliveryId: string, tenantId: string, now: Date): string =>
  JSON.stringify({ id: deliveryId, kind: 'TEST', at: now.toISOString(), tenantId });
