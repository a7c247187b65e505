/** Parts of a form that seldom matter, folded away at first: groups with the property `folded`. The schema says which. */
import type { FormSchema, FormValues } from '../../../../shared/contracts';

interface Component {
  type?: string;
  id?: string;
  label?: string;
  key?: string;
  path?: string;
  properties?: Record<string, string>;
  components?: Component[];
}
export interface Fold {
  id: string;
  label: string;
  paths: string[];
}

export function foldsOf(schema: FormSchema): Fold[] {
  const { components = [] } = schema as Component;
  return components
    .filter(({ type, properties }) => type === 'group' && properties?.folded === 'true')
    .map(({ id = '', label = '', components: inner = [] }) => ({
      id,
      label,
      paths: inner.flatMap(({ key, path }) => key ?? path ?? []),
    }));
}

/** Whether any of its fields holds something: what was typed is never hidden. */
export function isFilled(fold: Fold, values: FormValues): boolean {
  return fold.paths.some((path) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at && typeof at === 'object' ? (at as FormValues)[name] : undefined), values);
    return Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== '' && value !== false;
  });
}

/** Hides the groups that are folded; form-js names each by its label. */
export const hiddenGroups = (folds: readonly Fold[]): string =>
  folds.map(({ id }) => `.fjs-form-field-group[aria-labelledby$="-${id}"]`).join(', ');
