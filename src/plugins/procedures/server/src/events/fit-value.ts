// Owns whether a value fits an attribute of a content type, and in which form. Pure. Undefined: it does not fit.

export interface AttributeShape {
  type: string;
  min?: number;
  max?: number;
}

/** As long as the database keeps a short text. */
const SHORT_TEXT = 255;

export function fitValue(attribute: AttributeShape | undefined, value: unknown): unknown {
  if (!attribute || value === null || value === undefined || value === '') return undefined;
  switch (attribute.type) {
    case 'string':
      return textOf(value)?.slice(0, SHORT_TEXT);
    case 'text':
      return textOf(value);
    case 'datetime':
      return instantOf(value)?.toISOString();
    case 'date':
      return instantOf(value) && /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
    case 'decimal':
      return numberOf(attribute, value);
    case 'json':
      return value;
    default:
      return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : undefined;
  return typeof value === 'object' ? undefined : String(value);
}

function instantOf(value: unknown): Date | undefined {
  const instant = typeof value === 'string' ? new Date(value) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

function numberOf({ type, min, max }: AttributeShape, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value)))
    return undefined;
  return (min !== undefined && value < min) || (max !== undefined && value > max) ? undefined : value;
}
