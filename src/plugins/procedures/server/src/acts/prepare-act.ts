// Owns the preparation of an act: values are checked against the form, decisions are asked of the engine, and the
// variables that may cross are computed. Nothing is written here; a refusal loses nothing.

import { feelContext } from '../context/feel-context';
import { eventSettings } from '../events/event-settings';
import { initialValues } from '../events/form-values';
import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import { type RecordAttributes, splitValues } from '../forms/split-values';
import { validateForm } from '../forms/validate-form';
import type { EventDefinition, FormSchema, Manifest } from '../packages/types';
import { type ParametersAt, parametersOf } from '../parameters/effective-parameters';
import { ProblemError } from '../problems/problem-error';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { type Within, withinOf } from '../sealing/keys-in-force';
import { protectAct } from '../sealing/protect-act';
import { protectionOf } from '../sealing/protection';
import type { CaseRecord } from '../storage/rows';
import { actVariables } from './act-variables';
import { askDecision } from './ask-decision';
import { businessTime } from './business-time';
import type { PreparedAct } from './prepared-act';

export interface ActInput {
  published: PublishedPackage;
  /** Chosen from the checked values: a task may mean one of several events. */
  eventOf(values: Record<string, unknown>): EventDefinition;
  form: FormSchema | null;
  values: Record<string, unknown>;
  /** Values that were checked already, against another form than this one: they stand for the sent ones. */
  checked?: Record<string, unknown>;
  at?: unknown;
  lateReason?: unknown;
  current: CaseRecord | null;
  /** The parameters that the caller has read already. */
  parametersAt?: ParametersAt;
  /** The record as it stands, with people; empty before a case exists. */
  record: Record<string, unknown>;
  attributes: RecordAttributes;
  tenantId: string;
  /** What conditions of the form may read beside the case's own facts: the proposal that the page was shown. */
  facts?: Record<string, unknown>;
}

export async function prepareAct(platform: Platform, input: ActInput): Promise<PreparedAct> {
  const { published, current } = input;
  const manifest = published.read.manifest;
  const now = platform.clock.now();
  const time = businessTime(now, input.at, input.lateReason);
  const checked = input.checked ?? checkValues(input);
  const event = input.eventOf(checked);
  const split = splitValues(checked, input.attributes);
  const attribute = manifest.record.people;
  const taken = takePeople(attribute, split.record, input.record);
  // What is told of protected people goes no further than this function: from its sealing on, the act knows them not.
  let act = { ...taken, task: split.task };
  const parametersAt = input.parametersAt ?? (await parametersOf(platform.knex, input.tenantId, manifest));
  const parameters = parametersAt(time.businessAt);
  const facts: Record<string, unknown> = {};
  const variablesOver = actVariables(manifest);
  const contextNow = () => {
    const record = {
      ...input.record,
      ...act.record,
      ...(act.people && attribute ? { [attribute]: act.people } : {}),
    };
    const base = {
      task: act.task,
      event: { code: event.code, at: time.businessAt, data: { ...act.task, ...act.record } },
      parameters,
      tenantId: input.tenantId,
      case: current,
      facts,
    };
    const over = (values: Record<string, unknown>) => feelContext({ ...base, record: values });
    return over({ ...record, ...eventSettings(event, record, over) });
  };
  const protectedAct = await protectAct(platform, {
    ...act,
    values: input.checked ?? input.values,
    lateReason: time.lateReason,
    tenantId: input.tenantId,
    caseId: current?.id ?? null,
    protection: protectionOf(manifest, contextNow()),
    within: unitsThatMayKnow(manifest, current, contextNow()),
    peopleAttribute: attribute ?? '',
    before: peopleOf(attribute, input.record),
  });
  act = protectedAct;
  for (const decision of event.decisions ?? []) {
    const context = contextNow();
    facts[decision.as] = await askDecision(
      platform,
      input.tenantId,
      manifest,
      decision.decision,
      variablesOver(context),
    );
    if (decision.check && !conditionHolds(decision.check, contextNow())) throw refusedBy(decision, facts[decision.as]);
  }
  const context = contextNow();
  const actor = resolveFeel(event.actor ?? null, context);
  return {
    event,
    businessAt: time.businessAt,
    lateReason: protectedAct.lateReason,
    sealed: { sealings: protectedAct.sealings, isDue: protectedAct.isDue },
    payload: {
      values: protectedAct.values,
      record: act.record,
      people: act.people,
      task: act.task,
      facts,
      actor: typeof actor === 'string' ? actor : null,
    },
    variables: () => variablesOver(context),
  };
}

/** Takes the related people out of the record's values. */
function takePeople(
  attribute: string | null | undefined,
  values: Record<string, unknown>,
  before: Record<string, unknown>,
): { record: Record<string, unknown>; people: Record<string, unknown>[] | null } {
  const { [attribute ?? '']: people, ...record } = values;
  if (record.extra) record.extra = { ...((before.extra ?? {}) as object), ...(record.extra as object) };
  return { record, people: attribute && Array.isArray(people) ? (people as Record<string, unknown>[]) : null };
}

/** Before a case exists, its package says who may know of it. */
function unitsThatMayKnow(manifest: Manifest, current: CaseRecord | null, context: Record<string, unknown>): Within {
  if (current) return withinOf(current);
  if (resolveFeel(manifest.record.restricted ?? null, context) !== true) return null;
  const units = resolveFeel(manifest.record.participatingUnits ?? null, context);
  return Array.isArray(units) ? units.filter((unit): unit is string => typeof unit === 'string') : [];
}

const peopleOf = (attribute: string | null | undefined, record: Record<string, unknown>) =>
  attribute && Array.isArray(record[attribute]) ? (record[attribute] as Record<string, unknown>[]) : [];

function checkValues(input: ActInput): Record<string, unknown> {
  if (!input.form) return {};
  const { values, problems } = validateForm(input.form, input.values, {
    given: { ...initialValues(input.form, input.record), facts: { ...input.current?.facts, ...input.facts } },
  });
  if (problems.length === 0) return values;
  throw new ProblemError({
    code: 'VALUES_REFUSED',
    status: 422,
    vi: `Có ${problems.length} mục cần sửa: ${problems
      .map((problem) => problem.vi)
      .slice(0, 5)
      .join('; ')}`,
    en: `Expected values that fit the form, but ${problems.length} do not: ${problems
      .map((problem) => problem.en)
      .slice(0, 5)
      .join('; ')}`,
    detail: { problems },
  });
}

function refusedBy(
  decision: { decision: string; problem?: { vi: string; en: string } },
  result: unknown,
): ProblemError {
  const told = result && typeof result === 'object' ? (result as { vi?: unknown; en?: unknown }) : {};
  return new ProblemError({
    code: 'DECISION_REFUSES',
    status: 422,
    vi:
      typeof told.vi === 'string'
        ? told.vi
        : (decision.problem?.vi ?? `Bảng quyết định "${decision.decision}" không chấp nhận lựa chọn này.`),
    en:
      typeof told.en === 'string'
        ? told.en
        : (decision.problem?.en ?? `The decision "${decision.decision}" does not accept this choice.`),
  });
}
