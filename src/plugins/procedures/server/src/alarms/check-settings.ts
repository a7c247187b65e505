// Owns what an administrator may set for alarms: a chain that reaches somebody, functions with numbers that can be
// dialled, groups that exist. Pure; every problem names its field, in both languages.
import {
  ALARM_RECIPIENTS,
  type AlarmContact,
  type AlarmSettings,
  type AlarmStep,
  type Desk,
} from '../../../shared/alarms-contract';
import { ProblemError } from '../problems/problem-error';

type Loose = Record<string, unknown>;
interface FieldProblem {
  path: string;
  vi: string;
  en: string;
}

const MAX_MINUTES = 24 * 60;
const MAX_LINES = 40;
const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;
const PHONE = /^\+?[0-9][0-9 .()-]{1,23}$/;

/** `groups`: candidate groups that the tenant's packages know. */
export function checkAlarmSettings(body: Loose, groups: readonly string[]): AlarmSettings {
  const problems: FieldProblem[] = [];
  const settings = {
    steps: stepsOf(body.steps, problems),
    contacts: contactsOf(body.contacts, problems),
    desks: desksOf(body.desks, groups, problems),
    planners: groupsOf(body.planners, groups, problems),
    repeatSeconds: secondsOf(body.repeatSeconds, problems),
  };
  if (problems.length > 0)
    throw new ProblemError({
      code: 'ALARM_SETTINGS_REFUSED',
      status: 422,
      vi: 'Chưa lưu: hãy sửa các mục dưới đây.',
      en: 'Expected valid settings, but some are not: correct what is listed.',
      detail: { problems },
    });
  return settings;
}

const linesOf = (value: unknown): Loose[] =>
  Array.isArray(value) && value.length <= MAX_LINES
    ? value.map((one) => (typeof one === 'object' && one !== null ? (one as Loose) : {}))
    : [{}];

function stepsOf(value: unknown, problems: FieldProblem[]): AlarmStep[] {
  const steps = linesOf(value).map(({ afterMinutes, to }) => ({ afterMinutes, to }) as AlarmStep);
  const isStep = ({ afterMinutes, to }: AlarmStep) =>
    Number.isInteger(afterMinutes) && afterMinutes >= 1 && afterMinutes <= MAX_MINUTES && ALARM_RECIPIENTS.includes(to);
  if (!steps.every(isStep) || new Set(steps.map(({ to }) => to)).size !== steps.length)
    add(
      problems,
      'steps',
      'Mỗi bước cần số phút (1 đến 1.440) và một nơi nhận, mỗi nơi nhận một lần.',
      'Every step needs minutes (1 to 1,440) and who is rung, nobody twice.',
    );
  else if (steps.length === 0)
    add(problems, 'steps', 'Phải có ít nhất một bước báo tiếp.', 'There must be at least one step of escalation.');
  return steps;
}

function contactsOf(value: unknown, problems: FieldProblem[]): AlarmContact[] {
  const contacts = linesOf(value).map(({ code, title, phone }) => ({
    code: textOf(code),
    title: textOf(title),
    phone: textOf(phone),
  }));
  for (const [at, { code, title, phone }] of contacts.entries()) {
    if (!CODE.test(code) || contacts.findIndex((one) => one.code === code) !== at)
      add(
        problems,
        `contacts[${at}].code`,
        'Mã gồm chữ hoa không dấu, số và gạch dưới, không trùng.',
        'A code is capitals, digits and underscores, once.',
      );
    if (title === '' || title.length > 120)
      add(problems, `contacts[${at}].title`, 'Ghi chức danh hoặc nơi trực.', 'Say which function or desk it is.');
    if (!PHONE.test(phone))
      add(problems, `contacts[${at}].phone`, 'Số điện thoại không gọi được.', 'Expected a number that can be dialled.');
  }
  return contacts;
}

function desksOf(value: unknown, groups: readonly string[], problems: FieldProblem[]): Desk[] {
  const desks = linesOf(value).map(({ group, sound }) => ({ group: textOf(group), sound: sound !== false }));
  const known = desks.every(({ group }) => groups.includes(group));
  if (!known || new Set(desks.map(({ group }) => group)).size !== desks.length)
    add(
      problems,
      'desks',
      'Chọn nhóm có trong quy trình, mỗi nhóm một lần.',
      'Choose groups of the packages, each once.',
    );
  return desks;
}

function groupsOf(value: unknown, groups: readonly string[], problems: FieldProblem[]): string[] {
  const chosen = Array.isArray(value) ? [...new Set(value)] : [null];
  if (!chosen.every((one) => groups.includes(one as string)))
    add(problems, 'planners', 'Có nhóm không có trong quy trình.', 'Some group is in none of the packages.');
  return chosen as string[];
}

function secondsOf(value: unknown, problems: FieldProblem[]): number {
  if (Number.isInteger(value) && (value as number) >= 2 && (value as number) <= 60) return value as number;
  add(problems, 'repeatSeconds', 'Cần số giây từ 2 đến 60.', 'Expected 2 to 60 seconds.');
  return 4;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim() : '');
const add = (problems: FieldProblem[], path: string, vi: string, en: string) => void problems.push({ path, vi, en });
