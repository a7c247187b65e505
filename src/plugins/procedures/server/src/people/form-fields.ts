// people/ owns who works where and on whose behalf: units, positions, accounts, absences, appointments to act for
// another, hand-over of open tasks. This file reads the fields of its forms and tells every fault at once.
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';

interface Fault {
  path: string;
  vi: string;
  en: string;
}

export class FormFields {
  readonly #body: Record<string, unknown>;
  readonly #faults: Fault[] = [];

  constructor(body: Record<string, unknown>) {
    this.#body = body;
  }

  text(name: string, max = 200): string {
    const value = this.optionalText(name, max);
    if (!value) this.fault(name, 'Mục này phải có', 'Expected a value');
    return value ?? '';
  }

  optionalText(name: string, max = 200): string | null {
    const value = this.#body[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value.trim().length > max) {
      this.fault(name, `Tối đa ${max} ký tự`, `Expected text of up to ${max} characters`);
      return null;
    }
    return value.trim() || null;
  }

  instant(name: string): Date {
    const value = this.optionalInstant(name);
    if (!value) this.fault(name, 'Cần ngày giờ hợp lệ', 'Expected an instant such as 2026-11-22T08:00:00Z');
    return value ?? new Date(0);
  }

  optionalInstant(name: string): Date | null {
    const value = this.#body[name];
    if (value === undefined || value === null || value === '') return null;
    const at = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    const year = at.getUTCFullYear();
    if (!Number.isNaN(at.getTime()) && year >= 1900 && year < 2200) return at;
    this.fault(name, 'Cần ngày giờ hợp lệ', 'Expected an instant such as 2026-11-22T08:00:00Z');
    return null;
  }

  id(name: string): string {
    const value = this.optionalId(name);
    if (!value) this.fault(name, 'Hãy chọn một mục', 'Expected an id');
    return value ?? '00000000-0000-0000-0000-000000000000';
  }

  optionalId(name: string): string | null {
    const value = this.#body[name];
    if (typeof value === 'string' && UUID.test(value)) return value;
    if (value !== undefined && value !== null && value !== '') this.fault(name, 'Mã không đọc được', 'Expected a uuid');
    return null;
  }

  flag(name: string): boolean {
    return this.#body[name] === true;
  }

  integer(name: string, fallback: number): number {
    const value = this.#body[name];
    return Number.isInteger(value) && Math.abs(value as number) <= 10_000 ? (value as number) : fallback;
  }

  /** Distinct texts; null where the field is absent. */
  optionalList(name: string): string[] | null {
    const value = this.#body[name];
    if (value === undefined || value === null) return null;
    if (Array.isArray(value) && value.length <= 200 && value.every((one) => typeof one === 'string'))
      return [...new Set(value as string[])];
    this.fault(name, 'Danh sách không đọc được', 'Expected a list of texts');
    return null;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.#body[name];
    if (allowed.includes(value as T)) return value as T;
    this.fault(name, 'Hãy chọn một mục trong danh sách', `Expected one of ${allowed.join(', ')}`);
    return allowed[0] as T;
  }

  fault(path: string, vi: string, en: string): void {
    if (!this.#faults.some((one) => one.path === path)) this.#faults.push({ path, vi: `${vi}.`, en: `${en}.` });
  }

  /** Throws every fault found so far. */
  check(): void {
    if (this.#faults.length === 0) return;
    throw new ProblemError({
      code: 'FORM_REFUSED',
      status: 422,
      vi: 'Chưa ghi: hãy sửa các mục được nêu.',
      en: 'Expected a complete form, but some fields are missing or wrong: correct them.',
      detail: { problems: this.#faults },
    });
  }
}
