// Owns the variables of one act while its decisions are asked one after the other. Evaluating all of a package's
// variables costs milliseconds, and a decision adds only facts: what does not read facts is not evaluated again.
import { engineVariables } from '../context/engine-variables';
import type { Manifest } from '../packages/types';

const READS_FACTS = /\bfacts\b/;

/** The manifest's variables over the context that is given, each time it is asked. */
export function actVariables(manifest: Manifest): (context: Record<string, unknown>) => Record<string, unknown> {
  const ofFacts = { ...manifest, variables: manifest.variables.filter((one) => READS_FACTS.test(String(one.from))) };
  let known: { rest: string; variables: Record<string, unknown> } | null = null;
  return (context) => {
    const rest = JSON.stringify({ ...context, facts: null });
    const variables =
      known?.rest === rest
        ? { ...known.variables, ...engineVariables(ofFacts, context) }
        : engineVariables(manifest, context);
    known = { rest, variables };
    return variables;
  };
}
