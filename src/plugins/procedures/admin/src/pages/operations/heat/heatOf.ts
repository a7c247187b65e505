import type { HeatElement } from '../../../../../shared/operations-contract';
import { HEAT_COLORS } from '../../../components/diagram/heatColors';

export const MEASURES = ['count', 'medianMinutes', 'overdue'] as const;
export type Measure = (typeof MEASURES)[number];

const LEVELS = HEAT_COLORS.length;

export interface Heat {
  least: number;
  most: number;
  /** level 1 … 5; what has nothing of the measure is not in it */
  elements: { id: string; value: number; level: number }[];
}

/** By rank between the least and the most: counts and times differ by factors, so the scale is one of factors too. */
export function heatOf(elements: HeatElement[], measure: Measure): Heat {
  const found = elements.map((one) => ({ id: one.elementId, value: one[measure] })).filter((one) => one.value > 0);
  const values = found.map((one) => one.value);
  const least = values.length > 0 ? Math.min(...values) : 0;
  const most = values.length > 0 ? Math.max(...values) : 0;
  const span = Math.log(most / least) || 1;
  return {
    least,
    most,
    elements: found.map((one) => ({
      ...one,
      level: least === most ? LEVELS : 1 + Math.round((Math.log(one.value / least) / span) * (LEVELS - 1)),
    })),
  };
}
