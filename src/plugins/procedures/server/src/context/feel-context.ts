// Owns the context that FEEL of a package sees (contract: manifest.schema.json): record, task, event, params, tenant,
// case, facts. Instants are ISO strings.
import type { ParameterValue } from '../packages/types';
import type { CaseRecord } from '../storage/rows';

export interface FeelContextParts {
  record: Record<string, unknown>;
  task?: Record<string, unknown>;
  event?: { code: string; at: Date; data?: Record<string, unknown> };
  parameters: Record<string, ParameterValue>;
  tenantId: string;
  case?: (Pick<CaseRecord, 'state' | 'handling_unit' | 'origin_unit' | 'facts'> & { id: string }) | null;
  /** Facts that this act adds to the case's own. */
  facts?: Record<string, unknown>;
}

/** Builds the context; nothing in it refers to an object of the caller. */
export function feelContext(parts: FeelContextParts): Record<string, unknown> {
  return plain({
    record: parts.record,
    task: parts.task ?? {},
    event: parts.event ? { code: parts.event.code, at: parts.event.at, data: parts.event.data ?? {} } : null,
    params: parts.parameters,
    tenant: { id: parts.tenantId },
    case: parts.case
      ? {
          id: parts.case.id,
          state: parts.case.state,
          handlingUnit: parts.case.handling_unit,
          originUnit: parts.case.origin_unit,
        }
      : null,
    facts: { ...(parts.case?.facts ?? {}), ...(parts.facts ?? {}) },
  }) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value === undefined ? null : value;
}
