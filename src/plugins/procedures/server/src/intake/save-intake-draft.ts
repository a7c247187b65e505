// Owns the keeping of what is being typed. The first keeping makes the draft; nobody keeps anything under another's id, or
// under that of an entry that has been sent.
import type { SaveIntakeDraftBody } from '../../../shared/intake-contract';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { mayReplace, stampOf, standing } from '../typed/draft-stamp';
import type { IntakeDraftRecord } from './intake-draft';

/** Larger than any form; what is larger cannot be sent either. */
const MAX_BYTES = 900_000;
const MAX_DRAFTS = 50;

export async function saveIntakeDraft(
  platform: Pick<Platform, 'knex' | 'clock' | 'library'>,
  actor: Actor,
  id: string,
  body: Partial<Record<keyof SaveIntakeDraftBody, unknown>>,
): Promise<Date> {
  if (!UUID.test(id)) requireAllowed(NOT_FOUND);
  const packageId = String(body.packageId ?? '');
  const published = await platform.library.active(actor.tenantId, packageId);
  const start = published.read.manifest.starts.find((one) => one.event === body.event);
  const subject = { tenantId: actor.tenantId, packageId, groups: start?.groups ?? [] };
  requireAllowed(decide(actor, 'intakeDraft.write', subject));
  const { content } = body;
  const text = JSON.stringify(content ?? null);
  const isContent = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isContent || Buffer.byteLength(text) > MAX_BYTES) throw refusedDraft();
  const stamp = stampOf(body.stamp);
  const newer = mayReplace('draft', stamp);
  const { knex, clock } = platform;
  const mine = { tenant_id: actor.tenantId, person_id: actor.personId };
  const [{ n }] = await knex('procedures.intake_drafts').where(mine).whereNot({ id }).count('* as n');
  if (Number(n) >= MAX_DRAFTS) throw tooManyDrafts();
  const now = clock.now();
  const { rows } = await knex.raw(
    `insert into procedures.intake_drafts as draft
       (id, tenant_id, person_id, package_id, package_version, event, content, started_at, saved_at, page_id, page_count)
     select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      where not exists (select from procedures.cases where id = ?)
     on conflict (id) do update
       set content = excluded.content, package_version = excluded.package_version, saved_at = excluded.saved_at,
           page_id = excluded.page_id, page_count = excluded.page_count
     where draft.person_id = excluded.person_id and draft.package_id = excluded.package_id and draft.event = excluded.event
       and ${newer.sql}
     returning saved_at`,
    [
      id,
      actor.tenantId,
      actor.personId,
      packageId,
      typeof body.version === 'string' ? body.version : published.read.manifest.version,
      String(body.event),
      text,
      now,
      now,
      stamp.columns.page_id,
      stamp.columns.page_count,
      id,
      ...newer.bindings,
    ],
  );
  if (rows.length > 0) return now;
  const sent = await knex('procedures.cases').where({ id, tenant_id: actor.tenantId }).first('id');
  if (!sent) {
    const stored: IntakeDraftRecord | undefined = await knex('procedures.intake_drafts')
      .where({ id, ...mine, package_id: packageId, event: String(body.event) })
      .first();
    return stored ? standing(stored, stamp) : (requireAllowed(NOT_FOUND) as never);
  }
  throw new ProblemError({
    code: 'ENTRY_SENT',
    status: 409,
    vi: 'Lần nhập này đã được ghi thành hồ sơ, không lưu nháp nữa. Hãy mở hồ sơ để xem.',
    en: 'Expected an entry that has not been sent, but it is a case already: open the case.',
  });
}

const refusedDraft = () =>
  new ProblemError({
    code: 'DRAFT_REFUSED',
    status: 413,
    vi: 'Cần nội dung dưới 900 KB, nhưng phần đang gõ quá lớn nên chưa được lưu. Hãy rút gọn, hoặc đính kèm thành tệp.',
    en: 'Expected under 900 KB, but what is being typed is larger and was not saved. Shorten it, or attach it as a file.',
  });

const tooManyDrafts = () =>
  new ProblemError({
    code: 'TOO_MANY_DRAFTS',
    status: 409,
    vi: `Bạn đang có ${MAX_DRAFTS} lần nhập dở. Hãy gửi hoặc bỏ bớt rồi nhập tiếp.`,
    en: `Expected fewer than ${MAX_DRAFTS} unfinished entries: send or drop some of them.`,
  });
