import type { RecordField } from '../../../../shared/contracts';
import type { RelatedCell } from '../../../../shared/related-contract';
import { useText } from '../../text/useText';
import { formatDay, formatInstant } from '../../time/instants';

/** A field's value as a person reads it. */
export function useFieldText(): (value: unknown, type: RecordField['type'] | RelatedCell['type']) => string {
  const { t, language } = useText();
  const numbers = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const say = (value: unknown, type: RecordField['type'] | RelatedCell['type']): string => {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map((each) => say(each, undefined)).join(', ');
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    if (typeof value === 'number') return numbers.format(value);
    if (type === 'datetime') return formatInstant(String(value));
    if (type === 'date') return formatDay(String(value));
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return say;
}
