// Owns the trace of reads of a person's data: who looked at which record, and when. An open page reads again by itself
// when what it shows has changed; that is the same look. So one look of a person at a subject is recorded once within some
// minutes: the first reading, and the first after them. The server's own record decides, never what a page says of itself.
import type { Knex } from 'knex';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { writeAudit } from './write-audit';

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = 10;
const LONGEST_MINUTES = 60;

/** PROCEDURES_LOOK_MINUTES, 0 to 60, default 10; 0: every reading is recorded. */
export function lookMs(env: NodeJS.ProcessEnv = process.env): number {
  const given = env.PROCEDURES_LOOK_MINUTES?.trim();
  const minutes = given ? Number(given) : DEFAULT_MINUTES;
  return (minutes >= 0 && minutes <= LONGEST_MINUTES ? minutes : DEFAULT_MINUTES) * MINUTE_MS;
}

export async function recordRead(
  platform: Platform,
  actor: Actor,
  subjectType: 'case' | 'task' | 'person',
  subjectId: string,
  /** a part of it that is read by a route of its own, e.g. `questions` */
  part?: string,
): Promise<void> {
  const look = { tenantId: actor.tenantId, action: `${part ?? subjectType}.read`, subjectType, subjectId };
  const now = platform.clock.now();
  if (await isSameLook(platform.knex, actor, look, now)) return;
  await platform.knex.transaction((trx) => writeAudit(trx, { ...look, at: now, actor }));
}

/** A program has no page that stays open: each of its calls is a look. */
async function isSameLook(
  knex: Knex,
  { personId, adminUserId }: Actor,
  {
    tenantId,
    action,
    subjectType,
    subjectId,
  }: { tenantId: string; action: string; subjectType: string; subjectId: string },
  now: Date,
): Promise<boolean> {
  const ms = lookMs();
  if (ms === 0 || adminUserId === null) return false;
  const earlier = await knex('procedures.audit_entries')
    .where({ tenant_id: tenantId, subject_id: subjectId, subject_type: subjectType, person_id: personId, action })
    // As the index over looks says it.
    .whereRaw("action like '%.read'")
    .where({ admin_user_id: adminUserId })
    .where('at', '>', new Date(now.getTime() - ms))
    .where('at', '<=', now)
    .first(knex.raw('1'));
  return earlier !== undefined;
}
