// Owns deciding who may be the second person: never nobody, never a unit that is not the tenant's or that nobody heads, and
// never over somebody else's decision in silence.
import type { Knex } from 'knex';
import type { ApproverRules, ApproverSettings } from '../../../shared/packages-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { readApprovers } from './read-approvers';

export interface ApproversInput {
  version: unknown;
  administrators: unknown;
  units: unknown;
}

export async function saveApprovers(
  platform: Platform,
  actor: Actor,
  input: ApproversInput,
): Promise<ApproverSettings> {
  const known = await readApprovers(platform, actor);
  const rules = checked(input, known);
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const saved = await keep(trx, {
      tenant_id: actor.tenantId,
      version: known.version + 1,
      administrators: rules.administrators,
      units: rules.units === null ? null : JSON.stringify(rules.units),
      changed_by: actor.personId,
      changed_at: now,
    });
    if (!saved || input.version !== known.version) throw changedMeanwhile();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'publication.approvers',
      subjectType: 'tenant',
      subjectId: actor.tenantId,
      detail: { administrators: rules.administrators, units: rules.units?.join(', ') ?? '*' },
    });
  });
  return readApprovers(platform, actor);
}

interface ApproverRow {
  tenant_id: string;
  version: number;
  administrators: boolean;
  units: string | null;
  changed_by: string;
  changed_at: Date;
}

/** False when another decision has come between. */
async function keep(trx: Knex.Transaction, row: ApproverRow): Promise<boolean> {
  if (row.version === 1) {
    const made = await trx('procedures.publication_approvers')
      .insert(row)
      .onConflict('tenant_id')
      .ignore()
      .returning('tenant_id');
    return made.length === 1;
  }
  const changed = await trx('procedures.publication_approvers')
    .where({ tenant_id: row.tenant_id, version: row.version - 1 })
    .update(row);
  return changed === 1;
}

function checked({ administrators, units }: ApproversInput, known: ApproverSettings): ApproverRules {
  if (typeof administrators !== 'boolean' || !(units === null || Array.isArray(units)))
    throw refused('Hãy chọn ai được duyệt.', 'Expected who may approve, but it is missing.');
  if (units === null) return { administrators, units };
  const named = [...new Set(units.map(String))];
  const unfit = named.find((code) => !known.units.some((unit) => unit.code === code && unit.hasHead));
  if (unfit !== undefined)
    throw refused(
      `Đơn vị "${unfit.slice(0, 60)}" không có ở đây hoặc chưa có người đứng đầu. Hãy chọn đơn vị khác.`,
      `Expected a unit of yours that somebody heads, but "${unfit.slice(0, 60)}" is none. Choose another.`,
    );
  if (!administrators && named.length === 0)
    throw refused(
      'Phải còn ít nhất một người được duyệt: quản trị viên khác, hoặc người đứng đầu một đơn vị.',
      'Expected at least one who may approve: another administrator, or the head of a unit.',
    );
  return { administrators, units: named };
}

const refused = (vi: string, en: string) =>
  new ProblemError({
    code: 'APPROVERS_REFUSED',
    status: 422,
    vi,
    en,
    detail: { problems: [{ path: 'units', vi, en }] },
  });

const changedMeanwhile = () =>
  new ProblemError({
    code: 'APPROVERS_CHANGED',
    status: 409,
    vi: 'Có người vừa đổi ai được duyệt. Hãy mở lại để xem rồi quyết định.',
    en: 'Expected the newest decision, but somebody has just made another. Open it again.',
  });
