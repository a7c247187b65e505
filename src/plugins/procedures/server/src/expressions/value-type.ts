// Owns what kind of value FEEL gave, as people are told it.
import type { ValueType } from '../../../shared/expressions-contract';

export function valueType(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'context' : (typeof value as 'string' | 'number' | 'boolean');
}
