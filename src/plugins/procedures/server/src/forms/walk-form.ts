// Owns the walk over a form's fields as they stand with given values: every row of a list is a field of its own, and a
// hidden container hides what is in it. The conditions mean what they mean in form-js: hidden is FEEL `true`, over the
// values together with `this`, `parent` and `i`.
import { evaluateFeel } from '../feel/evaluate-feel';
import { isFeel } from '../feel/resolve-feel';
import type { FormComponent, FormSchema } from '../packages/types';
import { isValues, KEYED, segmentsOf, type Values } from './form-field';
import { removeAt, type ValuePath, valueAt } from './value-path';

export interface FormField {
  component: FormComponent;
  path: ValuePath;
  /** What FEEL of this field may read. */
  context: Values;
  hidden: boolean;
  /** Shown, but not the client's to set. */
  readOnly: boolean;
  kind: 'value' | 'list';
}

interface Scope {
  path: ValuePath;
  hidden: boolean;
  readOnly: boolean;
  own: unknown;
  parent: unknown;
  indexes: number[];
}

/** The fields with their state, given all values: conditions read the values that are left when hidden ones are out. */
export function walkForm(schema: FormSchema, values: Values): FormField[] {
  const visible = structuredClone(values);
  for (const field of walk(schema.components, values, rootScope(values))) {
    if (field.hidden) removeAt(visible, field.path);
  }
  return walk(schema.components, visible, rootScope(visible));
}

const rootScope = (values: Values): Scope => ({
  path: [],
  hidden: false,
  readOnly: false,
  own: values,
  parent: null,
  indexes: [],
});

function walk(components: readonly FormComponent[], values: Values, scope: Scope): FormField[] {
  return components.flatMap((component) => walkComponent(component, values, scope));
}

function walkComponent(component: FormComponent, values: Values, scope: Scope): FormField[] {
  const context = contextOf(values, scope);
  const hidden = scope.hidden || isHidden(component, context);
  const readOnly = scope.readOnly || isReadOnly(component, context);
  const path = [...scope.path, ...segmentsOf(component)];
  const inner = { ...scope, path, hidden, readOnly };
  if (KEYED.includes(component.type)) return [{ component, path, context, hidden, readOnly, kind: 'value' }];
  if (component.type !== 'dynamiclist') return walk(component.components ?? [], values, inner);
  const rows = valueAt(values, path);
  const list: FormField = { component, path, context, hidden, readOnly, kind: 'list' };
  if (hidden || !Array.isArray(rows)) return [list];
  const cells = rows.flatMap((row, index) =>
    walk(component.components ?? [], values, {
      ...inner,
      path: [...path, index],
      own: row,
      parent: scope.own,
      indexes: [...scope.indexes, index + 1],
    }),
  );
  return [list, ...cells];
}

function contextOf(values: Values, scope: Scope): Values {
  const special = { this: scope.own, parent: scope.parent, i: scope.indexes };
  const underscored = { _this_: scope.own, _parent_: scope.parent, _i_: scope.indexes };
  return { ...special, ...values, ...underscored };
}

function isHidden(component: FormComponent, context: Values): boolean {
  const { conditional } = component;
  return isValues(conditional) && isFeel(conditional.hide) && isTrue(conditional.hide, context);
}

function isReadOnly(component: FormComponent, context: Values): boolean {
  if (component.disabled === true || component.readonly === true) return true;
  return isFeel(component.readonly) && isTrue(component.readonly, context);
}

const isTrue = (expression: string, context: Values): boolean =>
  evaluateFeel(expression.slice(1), context).value === true;
