// Owns the question whether somebody has entered anything into a form at all. What a form asks of everybody (a choice that
// must be made) and what stands in it by itself are its frame: neither is a word about the matter.
import type { FormComponent, FormSchema } from '../packages/types';
import { isValues } from './form-field';
import { valueAt } from './value-path';
import { walkForm } from './walk-form';

const CHOICES = ['select', 'radio'];

export function nothingEntered(schema: FormSchema | null, values: Record<string, unknown>): boolean {
  return walkForm(schema ?? { components: [] }, values)
    .filter((field) => field.kind === 'value' && !field.hidden && !field.readOnly)
    .every(({ component, path }) => isFrame(component, valueAt(values, path)));
}

const isFrame = (component: FormComponent, value: unknown): boolean =>
  isBlank(value) || value === component.defaultValue || (CHOICES.includes(component.type) && isRequired(component));

const isRequired = ({ validate }: FormComponent): boolean => isValues(validate) && validate.required === true;

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isBlank);
}
