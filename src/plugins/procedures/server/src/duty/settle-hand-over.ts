// Owns the answers to a hand-over that waits: it is taken by the one it is meant for, with a confirmation of that person's
// own; or refused, or taken back, with a reason. Each is written once.
import { writeAudit } from '../audit/write-audit';
import { announce } from '../live/announce';
import { changeProblem } from '../people/change-problem';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { confirmPassword } from './confirm-password';
import { noteOf, signatureHash } from './hand-over-list';
import { type HandOverRecord, loadHandOver } from './hand-over-rows';
import { handOverView } from './hand-over-views';

type Settling = Pick<Platform, 'strapi' | 'knex' | 'clock'>;
type Right = 'mayTake' | 'mayRefuse' | 'mayWithdraw';

export async function takeShift(
  platform: Settling,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<void> {
  const row = await loadHandOver(platform.knex, actor.tenantId, id);
  await requireRight(platform, actor, row, 'mayTake');
  // What is signed is what was read.
  if (body.contentHash !== row.content_hash) throw otherList();
  const remark = noteOf(body.remark, 'remark') || null;
  await confirmPassword(platform, actor, body.password);
  const now = platform.clock.now();
  await settle(platform, actor, id, 'mayTake', 'duty.take', {
    state: 'TAKEN',
    taken_by: actor.personId,
    taken_at: now,
    take_remark: remark,
    settled_at: now,
    signature_hash: signatureHash({
      contentHash: row.content_hash,
      givenBy: row.given_by,
      givenAt: row.given_at.toISOString(),
      takenBy: actor.personId,
      takenAt: now.toISOString(),
      takeRemark: remark,
    }),
  });
}

export const refuseShift = (platform: Settling, actor: Actor, id: string, reason: unknown): Promise<void> =>
  end(platform, actor, id, 'mayRefuse', 'REFUSED', reason);

export const withdrawShift = (platform: Settling, actor: Actor, id: string, reason: unknown): Promise<void> =>
  end(platform, actor, id, 'mayWithdraw', 'WITHDRAWN', reason);

async function end(
  platform: Settling,
  actor: Actor,
  id: string,
  right: Right,
  state: 'REFUSED' | 'WITHDRAWN',
  reason: unknown,
): Promise<void> {
  await requireRight(platform, actor, await loadHandOver(platform.knex, actor.tenantId, id), right);
  const ended = { state, settled_at: platform.clock.now(), settle_reason: reasonOf(reason) };
  await settle(platform, actor, id, right, state === 'REFUSED' ? 'duty.refuse' : 'duty.withdraw', ended);
}

async function settle(
  platform: Settling,
  actor: Actor,
  id: string,
  right: Right,
  action: string,
  change: Partial<HandOverRecord>,
): Promise<void> {
  await inTransaction(platform.strapi, async (trx) => {
    const row = await loadHandOver(trx, actor.tenantId, id, true);
    await requireRight({ ...platform, knex: trx }, actor, row, right);
    await trx('procedures.duty_hand_overs').where({ id }).update(change);
    await announce(trx, { tenantId: actor.tenantId, topic: 'duty', ids: [row.unit_code] });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action,
      subjectType: 'handOver',
      subjectId: id,
      detail: { unit: row.unit_code, hash: change.signature_hash ?? row.content_hash },
    });
  });
}

async function requireRight({ knex }: Pick<Settling, 'knex'>, actor: Actor, row: HandOverRecord, right: Right) {
  requireAllowed(decide(actor, 'duty.handOver', { tenantId: row.tenant_id, unit: row.unit_code }));
  if (row.state !== 'GIVEN')
    throw changeProblem(
      'HAND_OVER_SETTLED',
      'Danh sách giao ca này đã được ký nhận, trả lại hoặc rút. Hãy tải lại trang.',
      'Expected a hand-over that waits, but it was signed, refused or taken back: reload.',
    );
  if ((await handOverView(knex, actor, row))[right]) return;
  throw changeProblem(
    'HAND_OVER_FOR_ANOTHER',
    `Danh sách này giao cho ${row.content.taker.name}. Chỉ người được giao ký nhận; người giao hoặc lãnh đạo mới rút lại được.`,
    `Expected ${row.content.taker.name}, whom it is meant for (or the giver or head, to take it back), but you are not.`,
  );
}

const otherList = () =>
  changeProblem(
    'HAND_OVER_OTHER_LIST',
    'Danh sách bạn đang xem không phải danh sách đã ký giao. Hãy tải lại trang rồi đọc lại.',
    'Expected the list that was signed, but you have read another: reload and read it again.',
  );
