// Owns the walk over a form's components for whoever wants its fields: groups are looked into, a list of rows is one
// field whose own fields are asked for apart.
import type { FormComponent } from '../packages/types';

/** Every component outside rows, lists included, in the form's order. */
export function formFields(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) =>
    isRows(component) ? [component] : [component, ...formFields(component.components ?? [])],
  );
}

export function isRows(component: FormComponent): boolean {
  return component.type === 'dynamiclist';
}
