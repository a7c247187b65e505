import type { ParameterContent, ParameterRow } from '../../../../shared/parameters-contract';
import { type TextKey, useText } from '../../text/useText';

type Shown = Pick<ParameterRow, 'unit' | 'optionTitles'>;

/** Units that have words here; another stands as the package writes it. */
const UNITS = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months'];

/** A value as people read it: "30 phút", "Có", a list with commas. */
export function useParameterText() {
  const { t, pick } = useText();
  const wordsOf = ({ optionTitles }: Pick<Shown, 'optionTitles'>, one: string | number | boolean) =>
    pick(optionTitles[String(one)]) || String(one);
  const unitText = ({ unit }: Pick<Shown, 'unit'>) =>
    unit && UNITS.includes(unit) ? t(`rules.unit.${unit}` as TextKey) : (unit ?? '');
  const valueText = (row: Shown, value: ParameterContent): string => {
    if (typeof value === 'boolean') return t(value ? 'parameters.yes' : 'parameters.no');
    const list = [value]
      .flat()
      .map((one) => wordsOf(row, one))
      .filter(Boolean);
    if (list.length === 0) return t('parameters.none');
    return [list.join(', '), unitText(row)].filter(Boolean).join(' ');
  };
  return { unitText, valueText, wordsOf };
}

/** One line of a list is one entry; blanks around it and empty lines do not count. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
