// boards/ owns what leaders look at: figures of units, what is stuck, plots. This file: from when on a tenant calls work stuck.
import type { Knex } from 'knex';
import type { BoardSettings } from '../../../shared/boards-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { STUCK_DEFAULTS } from '../tasks/stuck-tasks';
import type { Actor } from '../tenants/actor';

const LIMITS: Record<keyof BoardSettings, readonly [least: number, most: number]> = {
  unclaimedHours: [1, 720],
  returns: [1, 10],
  answerDays: [1, 60],
};

export async function boardSettings(knex: Knex, tenantId: string): Promise<BoardSettings> {
  const row = await knex('procedures.board_settings').where({ tenant_id: tenantId }).first();
  if (!row) return { ...STUCK_DEFAULTS };
  return { unclaimedHours: row.unclaimed_hours, returns: row.returns, answerDays: row.answer_days };
}

export function saveBoardSettings(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<BoardSettings> {
  const names = Object.keys(LIMITS) as (keyof BoardSettings)[];
  const wrong = names.filter((name) => {
    const [least, most] = LIMITS[name];
    const value = body[name];
    return !Number.isInteger(value) || (value as number) < least || (value as number) > most;
  });
  if (wrong.length > 0) throw outOfLimits(wrong);
  return inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    await trx('procedures.board_settings')
      .insert({
        tenant_id: actor.tenantId,
        unclaimed_hours: body.unclaimedHours,
        returns: body.returns,
        answer_days: body.answerDays,
        changed_at: now,
        changed_by: actor.personId,
      })
      .onConflict('tenant_id')
      .merge();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'board.settings',
      subjectType: 'tenant',
      subjectId: actor.tenantId,
      detail: Object.fromEntries(names.map((name) => [name, body[name] as number])),
    });
    return boardSettings(trx, actor.tenantId);
  });
}

const outOfLimits = (wrong: (keyof BoardSettings)[]) =>
  new ProblemError({
    code: 'FORM_REFUSED',
    status: 422,
    vi: 'Chưa ghi: hãy sửa các mục được nêu.',
    en: 'Expected whole numbers within their limits, but some are not: correct them.',
    detail: {
      problems: wrong.map((path) => ({
        path,
        vi: `Cần số nguyên từ ${LIMITS[path][0]} đến ${LIMITS[path][1]}.`,
        en: `Expected a whole number from ${LIMITS[path][0]} to ${LIMITS[path][1]}.`,
      })),
    },
  });
