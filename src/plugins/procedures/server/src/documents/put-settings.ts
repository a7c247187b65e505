// Owns what a tenant says of its documents: letterheads of units, formats of numbers. What was issued keeps what it had.
import type { Letterhead } from '../../../shared/documents-contract';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { letterheadOf } from './letterheads';
import { checkedFormat } from './series';

const FIELDS = ['superior', 'issuer', 'place', 'symbol'] as const;
const MAX = 160;

export async function putLetterhead(
  platform: Platform,
  actor: Actor,
  unit: string,
  body: Record<string, unknown>,
): Promise<Letterhead> {
  requireAllowed(decide(actor, 'template.write', { tenantId: actor.tenantId }));
  const known = await platform
    .knex('procedures.units')
    .where({ tenant_id: actor.tenantId, code: unit, external: false })
    .first('code');
  if (!known) requireAllowed(NOT_FOUND);
  const values = Object.fromEntries(
    FIELDS.map((name) => [name, typeof body[name] === 'string' ? body[name].trim() : '']),
  ) as Record<(typeof FIELDS)[number], string>;
  const wrong = FIELDS.filter(
    (name) => values[name].length > MAX || /[\r\n]/.test(values[name]) || (name !== 'superior' && values[name] === ''),
  );
  if (wrong.length > 0) {
    throw new ProblemError({
      code: 'LETTERHEAD_REFUSED',
      status: 422,
      vi: `Cần cơ quan ban hành, địa danh và ký hiệu, mỗi mục một dòng, tối đa ${MAX} ký tự. Hãy điền lại.`,
      en: `Expected the issuer, the place and the symbol, one line each, up to ${MAX} characters.`,
      detail: { problems: wrong.map((path) => ({ path, vi: 'Hãy điền lại mục này.', en: 'Correct this field.' })) },
    });
  }
  await inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    await trx('procedures.letterheads')
      .insert({ tenant_id: actor.tenantId, unit_code: unit, ...values, changed_at: now })
      .onConflict(['tenant_id', 'unit_code'])
      .merge();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'letterhead.change',
      subjectType: 'letterhead',
      subjectId: unit,
    });
  });
  return letterheadOf(platform.knex, actor.tenantId, unit);
}

export async function putSeriesFormat(
  platform: Platform,
  actor: Actor,
  series: string,
  value: unknown,
): Promise<{ id: string; format: string }> {
  requireAllowed(decide(actor, 'template.write', { tenantId: actor.tenantId }));
  const packages = await platform.library.allActive(actor.tenantId);
  const isKnown = packages.some((one) =>
    (one.read.manifest.documents ?? []).some((document) => document.numberSeries?.id === series),
  );
  if (!isKnown) requireAllowed(NOT_FOUND);
  const format = checkedFormat(value);
  await inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    await trx('procedures.document_series')
      .insert({ tenant_id: actor.tenantId, series, format, changed_at: now })
      .onConflict(['tenant_id', 'series'])
      .merge();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'series.change',
      subjectType: 'series',
      subjectId: series,
    });
  });
  return { id: series, format };
}
