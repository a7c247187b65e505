// Owns a term that is made or changed by the form: its key is made here, its words and numbers are checked, and what the
// law keeps (a statutory term may not grow) refuses it before it is in the draft.
import type { ClockLengthUnit, ClockRuleInput } from '../../../shared/packages-contract';
import { freeName } from '../packages/free-name';
import { kebab } from '../packages/kebab';
import type { ClockRuleDefinition, Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { changeManifest } from './change-manifest';
import { isSimpleClockRule } from './draft-clock-rules';

const LIMITS: Record<ClockLengthUnit, number> = {
  minutes: 7 * 24 * 60,
  hours: 24 * 366,
  calendarDays: 366 * 5,
  workingDays: 260 * 5,
  months: 12 * 20,
};

export async function saveClockRule(
  platform: Platform,
  actor: Actor,
  draftId: string,
  given: Partial<Record<keyof ClockRuleInput, unknown>>,
): Promise<{ id: string }> {
  let id = '';
  await changeManifest(platform, actor, draftId, (manifest, events) => {
    const input = checked(given, events);
    const known = manifest.clockRules.find((rule) => rule.id === input.id);
    if (input.id !== null && !known) throw unknownRule(input.id);
    if (known && !isSimpleClockRule(known)) throw notSimple(known.id);
    id = known?.id ?? freeId(input.title, manifest);
    const rule = ruleOf(id, input, known);
    manifest.clockRules = known
      ? manifest.clockRules.map((one) => (one === known ? rule : one))
      : [...manifest.clockRules, rule];
  });
  return { id };
}

function ruleOf(id: string, input: ClockRuleInput, known: ClockRuleDefinition | undefined): ClockRuleDefinition {
  return {
    ...known,
    id,
    rule: known?.rule ?? id,
    variant: known?.variant ?? null,
    // Cases keep the version that their clock was started with.
    version: (known?.version ?? 0) + 1,
    title: known?.title.vi === input.title ? known.title : { vi: input.title, en: input.title },
    legalBasis: input.legalBasis,
    confirmation: { state: 'UNCONFIRMED' },
    owner: known?.owner ?? '=case.handlingUnit',
    tracking: 'ENFORCED',
    unit: input.unit,
    length: input.length,
    rolling: input.unit === 'minutes' || input.unit === 'hours' ? 'NONE' : 'NEXT_WORKING_DAY',
    start: [{ event: input.startEvent, anchor: 'event' }],
    stop: input.stopEvents.map((event) => ({ event })),
  };
}

function freeId(title: string, manifest: Manifest): string {
  const plain = kebab(title).toUpperCase().slice(0, 60).replace(/-+$/, '') || 'HAN';
  return freeName(plain, '-', (id) => manifest.clockRules.some((rule) => rule.id === id || rule.rule === id));
}

function checked(given: Partial<Record<keyof ClockRuleInput, unknown>>, events: readonly string[]): ClockRuleInput {
  const problems: { path: string; vi: string; en: string }[] = [];
  const refuse = (path: string, vi: string, en: string) => problems.push({ path, vi, en });
  const title = typeof given.title === 'string' ? given.title.trim() : '';
  if (title === '' || title.length > 200)
    refuse('title', 'Cần tên của hạn, tối đa 200 ký tự.', 'Expected a name of the term, at most 200 characters.');
  const unit = given.unit as ClockLengthUnit;
  const most = Object.hasOwn(LIMITS, String(given.unit)) ? LIMITS[unit] : null;
  if (most === null) refuse('unit', 'Hãy chọn đơn vị của hạn.', 'Expected a unit of the term.');
  const length = given.length as number;
  if (!Number.isInteger(length) || length < 1 || (most !== null && length > most))
    refuse(
      'length',
      `Thời gian phải là số nguyên từ 1 đến ${most ?? 1}.`,
      `Expected a whole number from 1 to ${most ?? 1}.`,
    );
  const startEvent = String(given.startEvent ?? '');
  if (!events.includes(startEvent))
    refuse('startEvent', 'Hãy chọn việc làm hạn bắt đầu.', 'Expected an event of this procedure that starts it.');
  const stopEvents = Array.isArray(given.stopEvents) ? given.stopEvents.map(String) : [];
  if (stopEvents.length === 0 || stopEvents.some((event) => !events.includes(event)))
    refuse('stopEvents', 'Hãy chọn việc làm hạn kết thúc.', 'Expected events of this procedure that stop it.');
  else if (stopEvents.includes(startEvent))
    refuse(
      'stopEvents',
      'Việc bắt đầu và việc kết thúc phải khác nhau, nếu không hạn hết ngay khi bắt đầu.',
      'Expected another event to stop it than the one that starts it, or it would end at once.',
    );
  const legalBasis = typeof given.legalBasis === 'string' && given.legalBasis.trim() ? given.legalBasis.trim() : null;
  if ((legalBasis ?? '').length > 400)
    refuse('legalBasis', 'Căn cứ tối đa 400 ký tự.', 'Expected a legal basis of at most 400 characters.');
  if (problems.length > 0) throw refusedInput(problems);
  const id = typeof given.id === 'string' && given.id !== '' ? given.id : null;
  return { id, title, length, unit, startEvent, stopEvents: [...new Set(stopEvents)], legalBasis };
}

const refusedInput = (problems: { path: string; vi: string; en: string }[]) =>
  new ProblemError({
    code: 'CLOCK_RULE_REFUSED',
    status: 422,
    vi: problems.map((one) => one.vi).join(' '),
    en: problems.map((one) => one.en).join(' '),
    detail: { problems },
  });

const unknownRule = (id: string) =>
  new ProblemError({
    code: 'CLOCK_RULE_UNKNOWN',
    status: 404,
    vi: `Bản thảo không có hạn "${id}". Hãy tải lại.`,
    en: `Expected a term "${id}" in this draft, but there is none. Load it again.`,
  });

const notSimple = (id: string) =>
  new ProblemError({
    code: 'CLOCK_RULE_NOT_SIMPLE',
    status: 422,
    vi: `Hạn "${id}" có điều kiện hoặc biểu thức mà ô chọn không giữ được. Hãy sửa trong manifest.json, hoặc đặt một hạn mới.`,
    en: `Expected a plain term, but "${id}" has conditions that this form would lose. Change it in manifest.json, or make a new one.`,
  });
