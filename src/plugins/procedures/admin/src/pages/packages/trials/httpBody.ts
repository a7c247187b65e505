/** An invented answer: made of what a step takes from it, each value put where the step looks for it. */
import type { ResultField } from '../../../../../shared/service-tasks-contract';

export function bodyOf(fields: ResultField[], values: Record<string, string>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, type, path } of fields) {
    const way = path.split('.');
    const last = way.pop() ?? '';
    let at = body;
    for (const part of way) {
      const inner = at[part];
      const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      at[part] = next;
      at = next;
    }
    at[last] = typed(type, values[name] ?? '');
  }
  return body;
}

/** As text for its field. */
export function valueIn(body: unknown, { path }: ResultField): string {
  let value = body;
  for (const part of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  return value === undefined || value === null ? '' : String(value);
}

/** A number that is none stays what was typed: the step then finds that it does not fit, as it would in earnest. */
function typed(type: ResultField['type'], text: string): unknown {
  if (type === 'boolean') return text === 'true';
  const number = Number(text.replace(',', '.'));
  return type === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text;
}
