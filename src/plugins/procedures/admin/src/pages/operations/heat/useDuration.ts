import * as React from 'react';

import { useText } from '../../../text/useText';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes in the unit in which one thinks of them. */
export function useDuration(): (minutes: number) => string {
  const { t, language } = useText();
  return React.useCallback(
    (minutes) => {
      const numbers = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
      if (minutes < 1) return t('heat.underMinute');
      if (minutes < HOUR) return t('heat.minutes', { count: numbers.format(minutes) });
      if (minutes < DAY) return t('heat.hours', { count: numbers.format(minutes / HOUR) });
      return t('heat.days', { count: numbers.format(minutes / DAY) });
    },
    [t, language],
  );
}
