/** The one palette of clocks: theme colour names, so that light and dark follow by themselves. */

import {
  ArrowsCounterClockwise,
  Check,
  CheckCircle,
  Clock,
  type Cross,
  MinusCircle,
  WarningCircle,
} from '@strapi/icons';
import type { ClockSign, ClockTone } from './describeClock';

type ToneColor = 'neutral600' | 'neutral800' | 'success700' | 'warning700' | 'danger700';
type BarColor = 'neutral300' | 'neutral500' | 'success500' | 'warning500' | 'danger500';

export const TONE_TEXT: Record<ClockTone, ToneColor> = {
  grey: 'neutral600',
  green: 'success700',
  neutral: 'neutral800',
  amber: 'warning700',
  red: 'danger700',
};
export const TONE_BAR: Record<ClockTone, BarColor> = {
  grey: 'neutral300',
  green: 'success500',
  neutral: 'neutral500',
  amber: 'warning500',
  red: 'danger500',
};
export const SIGN_ICON: Record<ClockSign, typeof Cross> = {
  clock: Clock,
  warning: WarningCircle,
  overdue: WarningCircle,
  done: CheckCircle,
  late: Check,
  paused: MinusCircle,
  superseded: ArrowsCounterClockwise,
};
