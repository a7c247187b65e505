// Owns what a form is made of on the server: which components carry a value, and at which path.
import type { FormComponent } from '../packages/types';

/** Values as they travel: nested by path, `{ record: { … }, task: { … } }`. */
export type Values = Record<string, unknown>;

/** Components that show something and carry no value. */
export const PRESENTATIONAL = ['text', 'html', 'image', 'spacer', 'separator', 'button', 'iframe', 'table'];
export const CONTAINERS = ['group', 'default', 'dynamiclist'];
/** Components whose value the server knows how to check. */
export const KEYED = [
  'textfield',
  'textarea',
  'number',
  'checkbox',
  'radio',
  'select',
  'checklist',
  'taglist',
  'datetime',
];

export const isSupported = (type: string): boolean =>
  PRESENTATIONAL.includes(type) || CONTAINERS.includes(type) || KEYED.includes(type);

/** Path of a component below its container, as segments; empty when it has none. */
export const segmentsOf = (component: FormComponent): string[] => {
  const path = KEYED.includes(component.type) ? component.key : component.path;
  return typeof path === 'string' && path !== '' ? path.split('.') : [];
};

/** Segments that would reach into the language instead of the values. */
export const isForbiddenSegment = (segment: string): boolean =>
  ['__proto__', 'prototype', 'constructor'].includes(segment);

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
