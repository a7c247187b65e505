/** Which rules came nearest when none was taken: the fewest cells that do not hold, in the order of the table. */
import type { DecidedRule } from '../../../../../shared/decisions-contract';

const MOST = 3;

export interface NearRule extends DecidedRule {
  misses: NonNullable<DecidedRule['misses']>;
}

export const nearestRules = (rules: readonly DecidedRule[]): NearRule[] =>
  rules
    .filter((rule): rule is NearRule => rule.misses !== null && rule.misses.length > 0)
    .sort((one, other) => one.misses.length - other.misses.length || one.rule - other.rule)
    .slice(0, MOST);
