// Owns which values cross to the engine: those that the manifest lists, and the two ids of ours. Personal data is not
// among them by the package's own choice; the engine module refuses every other name.
import { resolveFeel } from '../feel/resolve-feel';
import type { Manifest, VariableDefinition } from '../packages/types';

/** Names that always may cross. */
export const PLATFORM_VARIABLES = ['caseId', 'actionId'] as const;

/** The manifest's variables evaluated over `context`, each of its declared type (else null). */
export function engineVariables(manifest: Manifest, context: Record<string, unknown>): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const variable of manifest.variables) {
    variables[variable.name] = typed(variable, resolveFeel(variable.from, context));
  }
  return variables;
}

function typed(variable: VariableDefinition, value: unknown): unknown {
  if (value === null || value === undefined) return variable.type === 'list' ? [] : null;
  switch (variable.type) {
    case 'string':
      return typeof value === 'string' ? value : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'list':
      return Array.isArray(value) ? value : [];
    case 'context':
      return typeof value === 'object' && !Array.isArray(value) ? value : null;
  }
}
