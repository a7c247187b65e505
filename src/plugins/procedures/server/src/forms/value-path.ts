// Owns reading and writing a nested value by its path. A number is a place in a list.
import { isForbiddenSegment, isValues, type Values } from './form-field';

export type ValuePath = readonly (string | number)[];

export function valueAt(values: unknown, path: ValuePath): unknown {
  let current = values;
  for (const segment of path) {
    if (Array.isArray(current) && typeof segment === 'number') current = current[segment];
    else if (isValues(current) && typeof segment === 'string' && Object.hasOwn(current, segment))
      current = current[segment];
    else return undefined;
  }
  return current;
}

/** Sets the value, making objects and lists on the way. */
export function setAt(values: Values, path: ValuePath, value: unknown): void {
  let current: Values | unknown[] = values;
  path.forEach((segment, index) => {
    if (typeof segment === 'string' && isForbiddenSegment(segment)) return;
    const holder = current as Record<string | number, unknown>;
    if (index === path.length - 1) {
      holder[segment] = value;
      return;
    }
    const next = holder[segment];
    if (!isValues(next) && !Array.isArray(next)) holder[segment] = typeof path[index + 1] === 'number' ? [] : {};
    current = holder[segment] as Values | unknown[];
  });
}

/** Removes the value; containers on the way stay. */
export function removeAt(values: Values, path: ValuePath): void {
  const holder = valueAt(values, path.slice(0, -1));
  const last = path.at(-1);
  if (isValues(holder) && typeof last === 'string') delete holder[last];
}

/** `record.persons[0].name` */
export const pathText = (path: ValuePath): string =>
  path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text === '' ? segment : `${text}.${segment}`;
  }, '');

/** Values given by flat path (`{ 'record.title': … }`) as nested ones. */
export function nestValues(flat: Readonly<Record<string, unknown>>): Values {
  const nested: Values = {};
  for (const [path, value] of Object.entries(flat)) setAt(nested, path.split('.'), value);
  return nested;
}
