// Owns the beginning of a batch: the cases that were chosen, one move each. Whether each can be moved is judged again when
// its turn comes, since people go on working meanwhile.
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { loadVersion } from './move-context';
import type { Mapping } from './plan-move';
import { planCases } from './preview-moves';

const MOST_CASES = 5_000;

export async function startBatch(
  platform: Platform,
  actor: Actor,
  packageId: string,
  given: Record<string, unknown>,
): Promise<{ id: string; cases: number }> {
  const { tenantId } = actor;
  const { read } = await platform.library.active(tenantId, packageId);
  const to = await loadVersion(platform, tenantId, packageId, read.version);
  const mapping = mappingOf(given.mapping);
  const reason = reasonOf(given.reason);
  const unknown = Object.values(mapping).find((element) => !to.places.byId.has(element));
  if (unknown) throw mappingUnknown(unknown);
  const chosen = new Set(idsOf(given.caseIds));
  const planned = await planCases(platform, tenantId, to, mapping);
  const cases = planned.filter(({ current, outcome }) =>
    current.restricted ? given.restricted === true && outcome.plan !== null : chosen.has(current.id),
  );
  if (cases.length === 0) throw nothingToMove();
  const id = randomUUID();
  const now = platform.clock.now();
  const written = await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.move_batches').insert({
      id,
      tenant_id: tenantId,
      package_id: packageId,
      to_version: read.version,
      mapping: JSON.stringify(mapping),
      recompute: given.recompute === true,
      reason,
      state: 'RUNNING',
      started_by: actor.personId,
      started_at: now,
    });
    const taken = await trx('procedures.case_moves')
      .insert(
        cases.map(({ current }) => ({
          id: randomUUID(),
          batch_id: id,
          tenant_id: tenantId,
          case_id: current.id,
          from_version: current.package_version,
          to_version: read.version,
          step: 'WAITING',
          next_at: trx.raw('now()'),
          created_at: now,
        })),
      )
      // A case that is being moved already stays with its own batch.
      .onConflict(trx.raw('(case_id) where outcome is null') as unknown as string)
      .ignore()
      .returning('id');
    if (taken.length === 0) throw nothingToMove();
    await writeAudit(trx, {
      tenantId,
      at: now,
      actor,
      action: 'package.move',
      subjectType: 'moveBatch',
      subjectId: id,
      detail: {
        package: packageId,
        to: read.version,
        cases: String(taken.length),
        recompute: String(given.recompute === true),
      },
    });
    return taken.length;
  });
  platform.mover.wake();
  return { id, cases: written };
}

export function mappingOf(given: unknown): Mapping {
  if (given === undefined || given === null) return {};
  const isMap = typeof given === 'object' && !Array.isArray(given);
  const entries = isMap ? Object.entries(given as object) : [];
  if (isMap && entries.every(([, to]) => typeof to === 'string')) return Object.fromEntries(entries);
  throw new ProblemError({
    code: 'MAPPING_NEEDED',
    status: 422,
    vi: 'Bảng bước thay thế phải cho mỗi bước cũ một bước của phiên bản mới.',
    en: 'Expected the mapping to give each old step a step of the new version.',
  });
}

function idsOf(given: unknown): string[] {
  const list = Array.isArray(given) ? given : [];
  if (Array.isArray(given) && list.length <= MOST_CASES && list.every((id) => typeof id === 'string' && UUID.test(id)))
    return list as string[];
  throw new ProblemError({
    code: 'CASES_NEEDED',
    status: 422,
    vi: `Cần danh sách mã hồ sơ, nhiều nhất ${MOST_CASES} hồ sơ một đợt.`,
    en: `Expected a list of case ids, at most ${MOST_CASES} in one batch.`,
  });
}

const mappingUnknown = (element: string) =>
  new ProblemError({
    code: 'MAPPING_UNKNOWN',
    status: 422,
    vi: `Phiên bản mới không có bước "${element}". Hãy chạy thử lại rồi chọn bước thay thế.`,
    en: `Expected a step of the new version, but it has no "${element}". Make the dry run again and choose.`,
  });

const nothingToMove = () =>
  new ProblemError({
    code: 'NOTHING_TO_MOVE',
    status: 422,
    vi: 'Không có hồ sơ nào để chuyển: hồ sơ đã chọn không còn ở phiên bản cũ hoặc đang được chuyển.',
    en: 'Expected cases to move, but those chosen are not of an older version any more, or are being moved.',
  });
