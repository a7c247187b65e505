// Owns the giving of a shift: the list of what is open is frozen with the giver's remarks and hashed, and waits for the
// one it is meant for. Whoever takes over without the giver says why, and signs alone.
import { randomUUID } from 'node:crypto';
import type { HandOverContent, HandOverDraft, ShiftView } from '../../../shared/duty-contract';
import { writeAudit } from '../audit/write-audit';
import { announce } from '../live/announce';
import { notify } from '../notices/notify';
import { changeProblem } from '../people/change-problem';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { confirmPassword } from './confirm-password';
import { handOverDraft } from './hand-over-draft';
import { contentHash, itemsOf, noteOf, requireSeen, signatureHash, withRemarks } from './hand-over-list';
import { lockRoster } from './roster';

export async function giveShift(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const { strapi, clock } = platform;
  const unit = typeof body.unit === 'string' ? body.unit : undefined;
  const draft = await handOverDraft(platform, actor, unit);
  requireAllowed(decide(actor, 'duty.handOver', { tenantId: actor.tenantId, unit: draft.unit.code }));
  const isAlone = body.withoutGiver !== undefined && body.withoutGiver !== null;
  const reason = isAlone ? reasonOf(body.withoutGiver) : null;
  const taker = isAlone ? { id: actor.personId, name: actor.fullName } : takerOf(draft, body.taker);
  requireMayGive(draft, isAlone);
  requireSeen(draft.lines, body.seen);
  const now = clock.now();
  const content: HandOverContent = {
    tenant: (await platform.knex('procedures.tenants').where({ id: actor.tenantId }).first('name')).name,
    unit: { code: draft.unit.code, name: draft.unit.name },
    shift: written(draft.shift),
    nextShift: written(draft.nextShift),
    giver: isAlone ? null : { id: actor.personId, name: actor.fullName },
    taker: { id: taker.id, name: taker.name },
    withoutGiver: reason,
    madeAt: now.toISOString(),
    clocksUntil: draft.clocksUntil,
    lines: withRemarks(draft.lines, body.remarks),
    items: itemsOf(body.items),
    note: noteOf(body.note),
  };
  await confirmPassword(platform, actor, body.password);
  const id = randomUUID();
  const hash = contentHash(content);
  const signature = isAlone
    ? {
        state: 'TAKEN',
        taken_by: actor.personId,
        taken_at: now,
        settled_at: now,
        signature_hash: signatureHash({
          contentHash: hash,
          givenBy: null,
          givenAt: now.toISOString(),
          takenBy: actor.personId,
          takenAt: now.toISOString(),
          takeRemark: null,
        }),
      }
    : { state: 'GIVEN' };
  await inTransaction(strapi, async (trx) => {
    await lockRoster(trx, actor.tenantId, draft.unit.code);
    const waits = await trx('procedures.duty_hand_overs')
      .where({ tenant_id: actor.tenantId, unit_code: draft.unit.code, state: 'GIVEN' })
      .first('id');
    if (waits) throw alreadyGiven();
    await trx('procedures.duty_hand_overs').insert({
      id,
      tenant_id: actor.tenantId,
      unit_code: draft.unit.code,
      shift_id: draft.shift?.id ?? null,
      next_shift_id: draft.nextShift?.id ?? null,
      content: JSON.stringify(content),
      content_hash: hash,
      given_by: isAlone ? null : actor.personId,
      given_at: now,
      meant_for: taker.id,
      without_giver: reason,
      ...signature,
    });
    // The one who is to sign, or those who did not.
    const told = isAlone ? (draft.shift?.people ?? []).map((one) => one.id) : [taker.id];
    await notify(trx, {
      tenantId: actor.tenantId,
      kind: 'ASSIGNED',
      urgent: true,
      to: told.map((personId) => ({ personId })),
      why: isAlone
        ? {
            vi: 'Ca trực của bạn đã được nhận khi bạn chưa giao ca',
            en: 'Your shift was taken over before you handed it over',
          }
        : {
            vi: 'Bạn được giao ca trực: hãy xem danh sách và ký nhận',
            en: 'A shift is handed over to you: read the list and sign',
          },
      link: `/duty?tab=handOver&unit=${draft.unit.code}`,
      now,
      by: actor.personId,
    });
    await announce(trx, { tenantId: actor.tenantId, topic: 'duty', ids: [draft.unit.code] });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: isAlone ? 'duty.takeAlone' : 'duty.give',
      subjectType: 'handOver',
      subjectId: id,
      detail: { unit: draft.unit.code, lines: content.lines.length, hash },
    });
  });
  return { id };
}

function takerOf(draft: HandOverDraft, id: unknown): { id: string; name: string } {
  const taker = draft.takers.find((one) => one.id === id);
  if (taker) return taker;
  throw changeProblem(
    'TAKER_UNKNOWN',
    'Chọn người nhận ca trong đơn vị, không phải chính bạn.',
    'Expected somebody else of the unit who takes over.',
    'taker',
  );
}

function requireMayGive(draft: HandOverDraft, isAlone: boolean): void {
  if (draft.waiting) throw alreadyGiven();
  if (isAlone ? draft.mayTakeAlone : draft.mayGive) return;
  throw isAlone
    ? changeProblem(
        'SHIFT_NOT_TAKEN_ALONE',
        'Không có ca nào đang chờ giao, hoặc ca đó là của chính bạn. Hãy dùng "Giao ca".',
        'Expected a shift of others that was not handed over: yours you hand over yourself.',
      )
    : changeProblem(
        'NOT_ON_SHIFT',
        'Chỉ người trong ca trực hoặc lãnh đạo đơn vị giao ca. Nếu bạn nhận ca mà người trước vắng, hãy chọn "Nhận ca khi vắng người giao".',
        'Expected somebody of the shift, or the head of the unit: if the giver is not there, take over without.',
      );
}

const alreadyGiven = () =>
  changeProblem(
    'HAND_OVER_WAITS',
    'Đã có một danh sách giao ca đang chờ ký nhận. Hãy ký nhận hoặc rút danh sách đó trước.',
    'Expected no hand-over that waits, but one does: sign it, or take it back first.',
  );

const written = (shift: ShiftView | null): HandOverContent['shift'] =>
  shift && {
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    people: shift.people.map(({ name }) => name),
    deputy: shift.deputy?.name ?? null,
  };
