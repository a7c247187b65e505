/** A value for people: texts in quotation marks of their own, yes and no in words. */
import type { Text } from '../../../text/useText';

export function sayValue(value: unknown, { t }: Pick<Text, 't'>): string {
  if (value === null || value === undefined) return t('tables.try.null');
  if (typeof value === 'boolean') return t(value ? 'tables.try.true' : 'tables.try.false');
  if (typeof value === 'string') return value === '' ? t('tables.try.emptyText') : `“${value}”`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
