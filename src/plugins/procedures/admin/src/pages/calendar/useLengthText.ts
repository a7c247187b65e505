import type { ClockRuleDefinition } from '../../../../shared/contracts';
import { useText } from '../../text/useText';

/** "7 ngày làm việc"; a length that depends on the case says so. */
export function useLengthText(): (definition: Pick<ClockRuleDefinition, 'length' | 'unit'>) => string {
  const { t } = useText();
  return ({ length, unit }) => {
    const isExpression = typeof length === 'string' && length.startsWith('=');
    return isExpression
      ? t('rules.lengthByCase', { unit: t(`rules.unit.${unit}`) })
      : `${length} ${t(`rules.unit.${unit}`)}`;
  };
}
