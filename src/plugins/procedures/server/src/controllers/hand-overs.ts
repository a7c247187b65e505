// Owns the routes of the hand-over between shifts: what it would be now, giving, taking, and the kept lists.
import { writeAudit } from '../audit/write-audit';
import { zoneOf } from '../documents/template-versions';
import { chooseUnit } from '../duty/duty-units';
import { giveShift } from '../duty/give-shift';
import { handOverDraft } from '../duty/hand-over-draft';
import { HAND_OVER_STYLE, handOverHtml } from '../duty/hand-over-html';
import { type HandOverRecord, loadHandOver } from '../duty/hand-over-rows';
import { handOverView, listHandOvers } from '../duty/hand-over-views';
import { refuseShift, takeShift, withdrawShift } from '../duty/settle-hand-over';
import { htmlToPdf } from '../pdf/html-to-pdf';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { pageOf } from '../storage/page-of';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';
import { sendFile } from './send-file';

export default {
  draft: forActor((platform, actor, context) => {
    requireAllowed(decide(actor, 'duty.list', { tenantId: actor.tenantId }));
    return handOverDraft(platform, actor, context.query.unit);
  }),

  list: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'duty.list', { tenantId: actor.tenantId }));
    const { unit } = await chooseUnit(platform.knex, actor, context.query.unit);
    return listHandOvers(platform.knex, actor, unit.code, pageOf(context.query.page));
  }),

  give: forActor((platform, actor, context) => giveShift(platform, actor, bodyOf(context)), 201),

  read: forActor(async (platform, actor, context) => {
    const row = await readable(platform, actor, context.params.id);
    await recordRead(platform, actor, row, 'handOver.read');
    return handOverView(platform.knex, actor, row);
  }),

  pdf: forActor(async (platform, actor, context) => {
    const row = await readable(platform, actor, context.params.id);
    const view = await handOverView(platform.knex, actor, row);
    const html = handOverHtml(view, await zoneOf(platform.knex, actor.tenantId));
    const pdf = await htmlToPdf(html, HAND_OVER_STYLE);
    await recordRead(platform, actor, row, 'handOver.print');
    return sendFile(context, 'pdf', `giao-ca-${row.given_at.toISOString().slice(0, 16)}`, pdf);
  }),

  take: forActor(async (platform, actor, context) => {
    await takeShift(platform, actor, context.params.id, bodyOf(context));
    return { id: context.params.id };
  }),

  refuse: forActor(async (platform, actor, context) => {
    await refuseShift(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),

  withdraw: forActor(async (platform, actor, context) => {
    await withdrawShift(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),
};

async function readable(platform: Platform, actor: Actor, id: string): Promise<HandOverRecord> {
  const row = await loadHandOver(platform.knex, actor.tenantId, id);
  requireAllowed(decide(actor, 'duty.handOver', { tenantId: row.tenant_id, unit: row.unit_code }));
  return row;
}

const recordRead = (platform: Platform, actor: Actor, row: HandOverRecord, action: string) =>
  inTransaction(platform.strapi, (trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action,
      subjectType: 'handOver',
      subjectId: row.id,
      detail: { unit: row.unit_code },
    }),
  );
