// Owns which recorded event may be corrected and by whom (`correction` of events.json), and what of it: when it happened
// and what the paper says; never the record, nor where the case went.
import type { CorrectionApproval } from '../../../shared/corrections-contract';
import { loadCase } from '../cases/load-case';
import { termsBegunBy } from '../packages/terms-begun-by';
import type { EventDefinition, FormSchema, LocalText } from '../packages/types';
import { decide } from '../policy/decide';
import { type Decision, DIFFERENT_PERSON, NOT_FOUND, requireAllowed } from '../policy/decision';
import type { CaseSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { ActingRight, Actor } from '../tenants/actor';

export interface CorrectableEvent {
  current: CaseRecord;
  subject: CaseSubject;
  published: PublishedPackage;
  original: BusinessEventRecord;
  definition: EventDefinition;
  correction: NonNullable<EventDefinition['correction']>;
}

export async function correctableEvent(
  platform: Platform,
  actor: Actor,
  caseId: string,
  eventId: string,
): Promise<CorrectableEvent> {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const original: BusinessEventRecord | undefined = UUID.test(eventId)
    ? await platform.knex('procedures.business_events').where({ id: eventId, case_id: current.id }).first()
    : undefined;
  requireAllowed(decide(actor, 'case.readRecord', subject));
  if (!original) return requireAllowed(NOT_FOUND);
  const definition = published.read.events.find(({ code }) => code === original.code);
  if (!definition?.correction) throw notCorrectable(definition?.title.vi ?? original.code);
  await refuseWhereTermBegan(platform, current, published, original.code);
  return { current, subject, published, original, definition, correction: definition.correction };
}

/** When a term began is not judged again: nobody would see that its due instant rests on what was wrong. */
async function refuseWhereTermBegan(
  platform: Platform,
  current: CaseRecord,
  published: PublishedPackage,
  code: string,
): Promise<void> {
  const rules = termsBegunBy(published.read.manifest, code);
  const clocks = platform.knex('procedures.clocks').where({ case_id: current.id });
  const begun: { rule_id: string } | undefined =
    rules.length === 0
      ? undefined
      : await clocks
          .whereIn(
            'rule_id',
            rules.map(({ id }) => id),
          )
          .first('rule_id');
  if (!begun) return;
  const rule = rules.find(({ id }) => id === begun.rule_id);
  throw beganTerm(rule?.title ?? { vi: begun.rule_id, en: begun.rule_id });
}

export const mayCorrect = (actor: Actor, subject: CaseSubject, groups: readonly string[] = []): Decision =>
  decide(actor, 'case.correctEvent', { tenantId: actor.tenantId, groups: [...groups], case: subject });

/** Never whoever asked; the head of the handling unit, or anybody who may correct where a second person is enough. */
export function mayDecideCorrection(
  actor: Actor,
  subject: CaseSubject,
  { approval, groups }: NonNullable<EventDefinition['correction']>,
  askedBy: string | null,
): Decision {
  if (askedBy === actor.personId) return DIFFERENT_PERSON;
  return approval === 'HEAD' ? decide(actor, 'case.decideCorrection', subject) : mayCorrect(actor, subject, groups);
}

/** Nobody else has to agree. */
export const isAtOnce = (actor: Actor, subject: CaseSubject, approval: CorrectionApproval): boolean =>
  approval === 'NONE' || (approval === 'HEAD' && decide(actor, 'case.decideCorrection', subject).allowed);

/** The appointment that the asking is done under: as a head's where that is why nobody else has to agree. */
export function askingRight(actor: Actor, { current, subject, correction }: CorrectableEvent): ActingRight | null {
  const { approval, groups = [] } = correction;
  const asHead = approval === 'HEAD' && isAtOnce(actor, subject, approval);
  const head = asHead ? actingHeadFor(actor, [current.handling_unit]) : null;
  return head ?? actingRightFor(actor, groups, current.package_id);
}

/** The appointment that the decision is made under, by whoever may make it. */
export const decidingRight = (actor: Actor, { current, correction }: CorrectableEvent): ActingRight | null =>
  correction.approval === 'HEAD'
    ? actingHeadFor(actor, [current.handling_unit])
    : actingRightFor(actor, correction.groups ?? [], current.package_id);

/** The fields of the event's paper: the rest of its form is the record's. */
export function paperForm(published: PublishedPackage, definition: EventDefinition): FormSchema | null {
  const form = findForm(published, definition.form);
  if (!form) return null;
  return { ...form, components: form.components.filter(({ key }) => key?.startsWith('task.')) };
}

const beganTerm = (title: LocalText) =>
  new ProblemError({
    code: 'CORRECTION_OF_TERM',
    status: 409,
    vi: `Sự kiện này đã bắt đầu hạn "${title.vi}" nên không đính chính được. Hãy thay hạn đó với lý do ở phần Hạn, và ghi rõ trong thảo luận của hồ sơ.`,
    en: `Expected an event that has begun no term, but it has begun "${title.en}": supersede that term with a reason, and say so in the discussion.`,
  });

const notCorrectable = (title: string) =>
  new ProblemError({
    code: 'NOT_CORRECTABLE',
    status: 409,
    vi: `"${title}" không phải việc gửi đi mà quy trình cho đính chính. Hãy ghi một sự kiện mới hoặc thảo luận trong hồ sơ.`,
    en: 'Expected an event that the procedure lets be corrected, but it is none: record a new one instead.',
  });
