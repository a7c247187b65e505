// Owns the walk over a form's fields as they stand with given values: every row of a list is a field of its own, and a
// hidden container hides what is in it. The conditions mean what they mean in form-js: hidden is FEEL `true`, over the
// values together with `this`, `parent` and `i`.
import { isFeel } from '../feel/resolve-feel';
import type { FormComponent, FormSchema } from '../packages/types';
import { type Evaluate, FormConditions, type RowScope } from './form-conditions';
import { isValues, KEYED, segmentsOf, type Values } from './form-field';
import { removeAt, type ValuePath, valueAt } from './value-path';

export interface FormField {
  component: FormComponent;
  path: ValuePath;
  /** FEEL as this field sees it. */
  evaluate: Evaluate;
  hidden: boolean;
  /** Shown, but not the client's to set. */
  readOnly: boolean;
  kind: 'value' | 'list';
}

interface Scope extends RowScope {
  path: ValuePath;
  hidden: boolean;
  readOnly: boolean;
}

/** The fields with their state, given all values: conditions read the values that are left when hidden ones are out. */
export function walkForm(schema: FormSchema, values: Values): FormField[] {
  const visible = structuredClone(values);
  for (const field of walkAll(schema, values)) {
    if (field.hidden) removeAt(visible, field.path);
  }
  return walkAll(schema, visible);
}

function walkAll(schema: FormSchema, values: Values): FormField[] {
  const root: Scope = { path: [], hidden: false, readOnly: false, own: values, parent: null, indexes: [] };
  return new FormWalk(values).walk(schema.components, root);
}

class FormWalk {
  private readonly conditions: FormConditions;

  constructor(private readonly values: Values) {
    this.conditions = new FormConditions(values);
  }

  walk(components: readonly FormComponent[], scope: Scope): FormField[] {
    return components.flatMap((component) => this.component(component, scope));
  }

  private component(component: FormComponent, scope: Scope): FormField[] {
    const evaluate = this.conditions.of(scope);
    const hidden = scope.hidden || isHidden(component, evaluate);
    const readOnly = scope.readOnly || isReadOnly(component, evaluate);
    const path = [...scope.path, ...segmentsOf(component)];
    const field = { component, path, evaluate, hidden, readOnly };
    if (KEYED.includes(component.type)) return [{ ...field, kind: 'value' }];
    const inner = { ...scope, path, hidden, readOnly };
    if (component.type !== 'dynamiclist') return this.walk(component.components ?? [], inner);
    return [{ ...field, kind: 'list' }, ...(hidden ? [] : this.rows(component, inner))];
  }

  private rows(component: FormComponent, scope: Scope): FormField[] {
    const rows = valueAt(this.values, scope.path);
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown, index) =>
      this.walk(component.components ?? [], {
        ...scope,
        path: [...scope.path, index],
        own: row,
        parent: scope.own,
        indexes: [...scope.indexes, index + 1],
      }),
    );
  }
}

function isHidden({ conditional }: FormComponent, evaluate: Evaluate): boolean {
  return isValues(conditional) && isFeel(conditional.hide) && evaluate(conditional.hide) === true;
}

function isReadOnly({ disabled, readonly }: FormComponent, evaluate: Evaluate): boolean {
  return disabled === true || readonly === true || (isFeel(readonly) && evaluate(readonly) === true);
}
