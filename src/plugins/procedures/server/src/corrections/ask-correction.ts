// Owns the asking for a correction: checked like the entering of the event itself, with a reason; in force at once where
// nobody else has to agree. Of two who correct one event at the same time, one wins.
import { randomUUID } from 'node:crypto';
import type { CorrectionDraft } from '../../../shared/corrections-contract';
import { prepareAct } from '../acts/prepare-act';
import { canonicalJson } from '../audit/canonical-json';
import { writeAudit } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { RecordStore } from '../cases/record-store';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { writeSealings } from '../sealing/write-sealings';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import {
  askingRight,
  type CorrectableEvent,
  correctableEvent,
  isAtOnce,
  mayCorrect,
  paperForm,
} from './correctable-event';
import type { CorrectionRecord } from './correction';
import { putInForce } from './put-in-force';
import { tellAskedCorrection } from './tell-correction';

export async function correctionDraft(
  platform: Platform,
  actor: Actor,
  caseId: string,
  eventId: string,
): Promise<CorrectionDraft> {
  const event = await correctableEvent(platform, actor, caseId, eventId);
  requireAllowed(mayCorrect(actor, event.subject, event.correction.groups));
  return {
    form: paperForm(event.published, event.definition) as CorrectionDraft['form'],
    values: { task: paperOf(event.original) },
    businessAt: event.original.business_at.toISOString(),
    approval: event.correction.approval,
    atOnce: isAtOnce(actor, event.subject, event.correction.approval),
  };
}

export async function askCorrection(
  platform: Platform,
  actor: Actor,
  caseId: string,
  eventId: string,
  body: { values: Record<string, unknown>; at: unknown; reason: unknown },
): Promise<{ id: string; state: CorrectionRecord['state'] }> {
  const event = await correctableEvent(platform, actor, caseId, eventId);
  const { current, subject, published, original, definition, correction } = event;
  requireAllowed(mayCorrect(actor, subject, correction.groups));
  const prepared = await prepare(platform, event, { ...body, reason: reasonOf(body.reason) });
  const task = { ...paperOf(original), ...prepared.payload.task };
  const isSameTime = prepared.businessAt.getTime() === original.business_at.getTime();
  if (isSameTime && canonicalJson(said(task)) === canonicalJson(said(paperOf(original)))) throw nothingCorrected();
  if (prepared.businessAt < current.received_at && original.business_at >= current.received_at) throw beforeTheCase();
  const atOnce = isAtOnce(actor, subject, correction.approval);
  const actingFor = askingRight(actor, event);
  const now = platform.clock.now();
  const row: CorrectionRecord = {
    id: randomUUID(),
    tenant_id: actor.tenantId,
    case_id: current.id,
    event_id: original.id,
    state: 'ASKED',
    reason: prepared.lateReason ?? '',
    business_at: prepared.businessAt,
    task,
    asked_by: actor.personId,
    asked_acting_for: actingFor?.id ?? null,
    asked_at: now,
    decided_by: null,
    decided_acting_for: null,
    decided_at: null,
    decision_reason: null,
    new_event_id: null,
  };
  await onlyOne(
    () =>
      inTransaction(platform.strapi, async (trx) => {
        const locked: CaseRecord = await trx('procedures.cases').where({ id: current.id }).forUpdate().first();
        await writeSealings(trx, { ...prepared.sealed, tenantId: actor.tenantId, caseId: current.id, at: now });
        await trx('procedures.event_corrections').insert({ ...row, task: JSON.stringify(row.task) });
        await writeAudit(trx, {
          tenantId: actor.tenantId,
          at: now,
          actor,
          actingFor,
          action: 'case.askCorrection',
          subjectType: 'case',
          subjectId: current.id,
          detail: { correction: row.id, event: original.id, code: original.code },
        });
        if (atOnce)
          await putInForce(platform, trx, actor, { row, current: locked, published, definition, original, actingFor });
        else await tellAskedCorrection(trx, row, locked, correction.approval);
      }),
    correctionExists,
  );
  return { id: row.id, state: atOnce ? 'IN_FORCE' : 'ASKED' };
}

/** As when it was entered, without asking the engine again: where the case went is not corrected. */
async function prepare(
  platform: Platform,
  { current, published, definition }: CorrectableEvent,
  body: { values: Record<string, unknown>; at: unknown; reason: string },
) {
  const { record, parametersAt } = await caseContext(platform, current, published);
  const store = new RecordStore(platform.strapi);
  const event = { ...definition, decisions: [] };
  return prepareAct(platform, {
    published,
    eventOf: () => event,
    form: paperForm(published, definition),
    values: { task: body.values.task ?? {} },
    at: body.at,
    lateReason: body.reason,
    current,
    parametersAt,
    record,
    attributes: store.recordAttributes(current.record_type, published.read.manifest.record.people),
    tenantId: current.tenant_id,
  });
}

export const paperOf = (event: Pick<BusinessEventRecord, 'data'>): Record<string, unknown> =>
  ((event.data as { task?: Record<string, unknown> } | null)?.task ?? {}) as Record<string, unknown>;

/** A field that was left empty says nothing, however the form tells so. */
const said = (paper: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(paper).filter(([, value]) => {
      if (value === null || value === undefined || value === '' || value === false) return false;
      return typeof value !== 'object' || Object.values(value).some(Boolean);
    }),
  );

const correctionExists = () =>
  new ProblemError({
    code: 'CORRECTION_EXISTS',
    status: 409,
    vi: 'Việc gửi này đang được đề nghị đính chính hoặc đã đính chính. Hãy tải lại trang.',
    en: 'Expected a sending that nobody corrects, but somebody asked to, or has: reload the page.',
  });

const nothingCorrected = () =>
  new ProblemError({
    code: 'NOTHING_CORRECTED',
    status: 422,
    vi: 'Chưa có gì khác với bản đã ghi. Hãy sửa ngày giờ hoặc nội dung sai rồi gửi lại.',
    en: 'Expected something other than what is recorded, but it is the same: change what was wrong.',
  });

const beforeTheCase = () =>
  new ProblemError({
    code: 'BEFORE_THE_CASE',
    status: 422,
    vi: 'Thời điểm gửi không thể trước khi tiếp nhận hồ sơ. Hãy sửa lại ngày giờ.',
    en: 'Expected a time after the case was received, but it lies before. Correct the time.',
    detail: {
      problems: [{ path: 'at', vi: 'Phải sau khi tiếp nhận hồ sơ.', en: 'Must lie after the case was received.' }],
    },
  });
