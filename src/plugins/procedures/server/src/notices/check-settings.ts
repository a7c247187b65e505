// Owns what may be set: times that exist, kinds and choices that are known, a table of escalation that tells somebody.
// Pure; every problem names its field, in both languages.
import {
  ESCALATION_RECIPIENTS,
  ESCALATION_STAGES,
  type EscalationStep,
  MAIL_CHOICES,
  type MailChoice,
  NOTICE_KINDS,
  type NoticeKind,
  type NotificationPreferences,
  type QuietHours,
  type TenantNotificationSettings,
} from '../../../shared/notifications-contract';
import { ProblemError } from '../problems/problem-error';

type Loose = Record<string, unknown>;
interface FieldProblem {
  path: string;
  vi: string;
  en: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAX_DIGESTS = 4;
const MAX_STEPS = 20;
const MAX_MINUTES = 60 * 24 * 60;

export function checkPreferences(body: Loose): NotificationPreferences {
  const problems: FieldProblem[] = [];
  const quiet = body.quiet === 'off' || body.quiet === 'tenant' ? body.quiet : quietOf(body.quiet, problems);
  const digestTimes = body.digestTimes === null ? null : timesOf(body.digestTimes, problems);
  const mail = choicesOf(body.mail, problems);
  refuse(problems);
  return { quiet: quiet ?? 'off', digestTimes, mail };
}

export function checkTenantSettings(body: Loose): TenantNotificationSettings {
  const problems: FieldProblem[] = [];
  const quiet = body.quiet === null ? null : quietOf(body.quiet, problems);
  const digestTimes = timesOf(body.digestTimes, problems);
  const mail = choicesOf(body.mail, problems);
  const missing = NOTICE_KINDS.filter((kind) => !mail[kind]);
  if (missing.length > 0)
    add(problems, 'mail', `Chọn cách gửi cho: ${missing.join(', ')}.`, `Choose a way for: ${missing.join(', ')}.`);
  const urgent = Array.isArray(body.urgentKinds) ? body.urgentKinds : [null];
  if (!urgent.every(isKind))
    add(problems, 'urgentKinds', 'Có loại thông báo không có thật.', 'Unknown kind of notice.');
  const minutes = Number(body.escalateAfterMinutes);
  if (!isMinutes(minutes) || minutes < 1)
    add(problems, 'escalateAfterMinutes', 'Cần số phút từ 1 đến 86.400.', 'Expected 1 to 86,400 minutes.');
  const escalation = stepsOf(body.escalation, problems);
  refuse(problems);
  return {
    quiet,
    digestTimes,
    urgentKinds: [...new Set(urgent as NoticeKind[])],
    mail: mail as Record<NoticeKind, MailChoice>,
    escalateAfterMinutes: minutes,
    escalation,
  };
}

const isKind = (value: unknown): value is NoticeKind => NOTICE_KINDS.includes(value as NoticeKind);
const isMinutes = (value: number) => Number.isSafeInteger(value) && value >= 0 && value <= MAX_MINUTES;
const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

function quietOf(value: unknown, problems: FieldProblem[]): QuietHours | null {
  const { from, to } = (typeof value === 'object' && value !== null ? value : {}) as Loose;
  if (isTime(from) && isTime(to) && from !== to) return { from, to };
  add(
    problems,
    'quiet',
    'Cần giờ bắt đầu và kết thúc khác nhau, dạng 21:00.',
    'Expected two different times, as 21:00.',
  );
  return null;
}

function timesOf(value: unknown, problems: FieldProblem[]): string[] {
  const times = Array.isArray(value) ? [...new Set(value)].sort() : [];
  if (times.length > 0 && times.length <= MAX_DIGESTS && times.every(isTime)) return times;
  add(
    problems,
    'digestTimes',
    `Cần từ một đến ${MAX_DIGESTS} giờ gửi bản tổng hợp, dạng 07:00.`,
    `Expected one to ${MAX_DIGESTS} times of the digest, as 07:00.`,
  );
  return [];
}

function choicesOf(value: unknown, problems: FieldProblem[]): Partial<Record<NoticeKind, MailChoice>> {
  const choices = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  if (choices?.every(([kind, choice]) => isKind(kind) && MAIL_CHOICES.includes(choice)))
    return Object.fromEntries(choices);
  add(problems, 'mail', 'Có loại hoặc cách gửi không có thật.', 'Unknown kind or way of sending.');
  return {};
}

function stepsOf(value: unknown, problems: FieldProblem[]): EscalationStep[] {
  const steps: Loose[] = Array.isArray(value) && value.length <= MAX_STEPS ? value : [];
  const isStep = (step: Loose | null): boolean =>
    ESCALATION_STAGES.includes(step?.stage as never) &&
    ESCALATION_RECIPIENTS.includes(step?.to as never) &&
    isMinutes(step?.afterMinutes as number);
  const clean = steps
    .filter(isStep)
    .map(({ stage, afterMinutes, to }) => ({ stage, afterMinutes, to }) as EscalationStep);
  const keys = new Set(clean.map((step) => JSON.stringify(step)));
  if (clean.length !== steps.length || keys.size !== clean.length)
    add(
      problems,
      'escalation',
      'Mỗi dòng cần mốc, số phút (0 đến 86.400) và người nhận, không trùng nhau.',
      'Every line needs a stage, minutes (0 to 86,400) and who is told, none twice.',
    );
  else if (!clean.some((step) => step.stage !== 'AMBER'))
    add(problems, 'escalation', 'Phải có người nhận khi quá hạn.', 'Somebody must be told when a term is overdue.');
  return clean;
}

const add = (problems: FieldProblem[], path: string, vi: string, en: string) => void problems.push({ path, vi, en });

function refuse(problems: FieldProblem[]): void {
  if (problems.length === 0) return;
  throw new ProblemError({
    code: 'NOTIFICATION_SETTINGS_REFUSED',
    status: 422,
    vi: 'Chưa lưu: hãy sửa các mục dưới đây.',
    en: 'Expected valid settings, but some are not: correct what is listed.',
    detail: { problems },
  });
}
