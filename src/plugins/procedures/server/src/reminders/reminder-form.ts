// Owns what is read from the form of a reminder, with every fault at once.
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';

export interface ReminderForm {
  /** One of the three says whom it goes to: the unit, a task that the unit was given, or the reminder that it repeats. */
  unit: string | null;
  taskId: string | null;
  repeats: string | null;
  reason: string;
  /** Calendar days to answer; null: as the tenant has it. */
  days: number | null;
}

const LONGEST = 1000;
const MOST_DAYS = 60;

export function readReminderForm(body: Record<string, unknown>): ReminderForm {
  const faults: { path: string; vi: string; en: string }[] = [];
  const reason = readReason(body.reason);
  if (!reason)
    faults.push({
      path: 'reason',
      vi: `Cần nội dung, tối đa ${LONGEST} ký tự.`,
      en: `Expected words, ${LONGEST} at most.`,
    });
  const days = body.days ?? null;
  const isTerm = days === null || (Number.isInteger(days) && (days as number) >= 1 && (days as number) <= MOST_DAYS);
  if (!isTerm)
    faults.push({ path: 'days', vi: `Cần số ngày từ 1 đến ${MOST_DAYS}.`, en: `Expected 1 to ${MOST_DAYS} days.` });
  const id = (value: unknown) => (typeof value === 'string' && UUID.test(value) ? value : null);
  const unit = typeof body.unit === 'string' && body.unit !== '' ? body.unit.replaceAll('\0', '') : null;
  const [taskId, repeats] = [id(body.taskId), id(body.repeats)];
  if ([unit, taskId, repeats].filter(Boolean).length !== 1)
    faults.push({ path: 'unit', vi: 'Hãy chọn đơn vị.', en: 'Expected a unit, or a task, or a reminder to repeat.' });
  if (faults.length > 0)
    throw new ProblemError({
      code: 'FORM_REFUSED',
      status: 422,
      vi: 'Chưa gửi: hãy sửa các mục được nêu.',
      en: 'Expected a complete form, but some fields are missing or wrong: correct them.',
      detail: { problems: faults },
    });
  return { unit, taskId, repeats, reason, days: days as number | null };
}

/** Empty where it cannot be kept. */
export function readReason(value: unknown): string {
  const text = typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
  return text.length <= LONGEST ? text : '';
}
