// Owns the reading of what the forms of a draft's parts send: texts of a size, days, codes that exist. All that is wrong is
// said at once, each at its field.
import { ProblemError } from '../../problems/problem-error';

interface FieldProblem {
  path: string;
  vi: string;
  en: string;
}

export class PartInput {
  readonly #given: Record<string, unknown>;
  readonly #problems: FieldProblem[] = [];

  constructor(given: Record<string, unknown>) {
    this.#given = given;
  }

  refuse(path: string, vi: string, en: string): void {
    this.#problems.push({ path, vi, en });
  }

  text(path: string, most: number): string {
    const text = this.optional(path, most);
    if (text === null) this.refuse(path, 'Không được để trống.', 'Expected some words.');
    return text ?? '';
  }

  /** null: left empty. */
  optional(path: string, most: number): string | null {
    const given = this.#given[path];
    const text = typeof given === 'string' ? given.normalize('NFC').trim() : '';
    if (text.length > most) this.refuse(path, `Nhiều nhất ${most} ký tự.`, `Expected at most ${most} characters.`);
    return text === '' ? null : text;
  }

  whole(path: string): number | null {
    const given = this.#given[path];
    if (given === null || given === undefined || given === '') return null;
    if (Number.isSafeInteger(given)) return given as number;
    this.refuse(path, 'Phải là số nguyên, hoặc để trống.', 'Expected a whole number, or none.');
    return null;
  }

  /** `YYYY-MM-DD`; null: left empty. */
  day(path: string): string | null {
    const text = this.optional(path, 10);
    if (text === null || isDay(text)) return text;
    this.refuse(path, 'Phải là một ngày.', 'Expected a day, YYYY-MM-DD.');
    return null;
  }

  /** Each once, all of them known. */
  codes(path: string, known: readonly string[]): string[] {
    const given = this.#given[path];
    const codes = Array.isArray(given) ? [...new Set(given.map(String))] : [];
    const strange = codes.filter((one) => !known.includes(one));
    if (strange.length > 0)
      this.refuse(path, `Không có: ${strange.join(', ')}.`, `Expected known ones, but not ${strange.join(', ')}.`);
    return codes;
  }

  /** Throws all that is wrong. */
  done(): void {
    if (this.#problems.length === 0) return;
    throw new ProblemError({
      code: 'DRAFT_PART_REFUSED',
      status: 422,
      vi: this.#problems.map((one) => one.vi).join(' '),
      en: this.#problems.map((one) => one.en).join(' '),
      detail: { problems: this.#problems },
    });
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

export const partUnknown = (name: string): ProblemError =>
  new ProblemError({
    code: 'DRAFT_PART_UNKNOWN',
    status: 404,
    vi: `Bản thảo không có "${name}". Hãy tải lại.`,
    en: `Expected "${name}" in this draft, but it is not there. Load it again.`,
  });
