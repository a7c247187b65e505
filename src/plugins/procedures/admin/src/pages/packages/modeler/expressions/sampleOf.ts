/** A sample to begin with: the names that an expression says, each with a value of its type. */
import type { ElementVariable } from '../../../../../../shared/expressions-contract';

export function sampleOf(expression: string, variables: readonly ElementVariable[]): Record<string, unknown> {
  return Object.fromEntries(saidIn(expression, variables).map((one) => [one.name, startingValue(one)]));
}

/** Those of the names that a FEEL text says, outside of its texts and not as an entry of something. */
export function saidIn<T extends { name: string }>(feel: string, variables: readonly T[]): T[] {
  const plain = feel.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const escaped = (name: string) => name.replace(/[^\w ]/g, '\\$&');
  return variables.filter(({ name }) => new RegExp(`(?<![\\w.])${escaped(name)}(?!\\w)`).test(plain));
}

function startingValue({ type, options, entries }: ElementVariable): unknown {
  if (options[0]) return options[0].value;
  if (type === 'string') return '';
  if (type === 'number') return 0;
  if (type === 'boolean') return false;
  if (type === 'list') return [];
  if (type === 'context') return Object.fromEntries(entries.map((entry) => [entry.name, entryValue(entry.type)]));
  return null;
}

const entryValue = (type: ElementVariable['type']): unknown =>
  type === 'string' ? '' : type === 'number' ? 0 : type === 'boolean' ? false : null;
