// Owns how numbers of documents are written: the package's format, or the tenant's own.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';

interface Series {
  id: string;
  format: string;
}

export async function seriesFormat(knex: Knex, tenantId: string, series: Series): Promise<string> {
  const row: { format: string } | undefined = await knex('procedures.document_series')
    .where({ tenant_id: tenantId, series: series.id })
    .first('format');
  return row?.format ?? series.format;
}

/** Numbers under 10 are written with a nought before. */
export const writeNumber = (format: string, n: number, year: number, symbol: string): string =>
  format
    .replaceAll('{n}', String(n).padStart(2, '0'))
    .replaceAll('{year}', String(year))
    .replaceAll('{symbol}', symbol);

/** A format that a person has typed; throws when it has no place for the number. */
export function checkedFormat(value: unknown): string {
  const format = typeof value === 'string' ? value.trim() : '';
  const rest = format.replaceAll('{n}', '').replaceAll('{year}', '').replaceAll('{symbol}', '');
  if (format.split('{n}').length === 2 && format.length <= 60 && !/[{}\r\n]/.test(rest)) return format;
  throw new ProblemError({
    code: 'NUMBER_FORMAT_REFUSED',
    status: 422,
    vi: 'Cách viết số phải có {n} đúng một lần, có thể có {year} và {symbol}, tối đa 60 ký tự. Ví dụ: {n}/TB-{symbol}.',
    en: 'Expected a format with {n} exactly once, perhaps {year} and {symbol}, of up to 60 characters, such as {n}/TB-{symbol}.',
    detail: { problems: [{ path: 'format', vi: 'Ví dụ: {n}/TB-{symbol}.', en: 'For example {n}/TB-{symbol}.' }] },
  });
}
