// Owns how far a tenant may go with a parameter: what the package says of it, held in by what the law says of the same.
import type { Manifest, Parameter } from '../packages/types';

export interface LimitedParameter extends Parameter {
  /** The article that sets the limit; null: the package alone does. */
  law: string | null;
}

/** null: the package has no such parameter. */
export function parameterWithLimits({ parameters, guardrails }: Manifest, name: string): LimitedParameter | null {
  const parameter = parameters.find((one) => one.name === name);
  if (!parameter) return null;
  const rail = guardrails.find((one) => one.kind === 'parameter' && one.name === name);
  if (rail?.kind !== 'parameter') return { ...parameter, law: null };
  const numbers = (...values: (number | null | undefined)[]) => values.filter((one) => typeof one === 'number');
  const [highest, lowest] = [numbers(parameter.max, rail.max), numbers(parameter.min, rail.min)];
  return {
    ...parameter,
    max: highest.length > 0 ? Math.min(...highest) : null,
    min: lowest.length > 0 ? Math.max(...lowest) : null,
    law: rail.law,
  };
}
