/**
 * A button beneath every field of the expert panel that holds an expression: it opens the trying of what stands there. The
 * panel has no place for it, so each field's component is put into one that draws both. Whether a field holds an expression
 * now or a plain text only the field itself knows; the button is shown by it (ExpertFrame.ts).
 */
import {
  type ComponentChild,
  cloneElement,
  Fragment,
  type FunctionComponent,
  h,
  type VNode,
} from '@bpmn-io/properties-panel/preact';

import type { Text } from '../../../../text/useText';
import type { Drawn } from '../drawing';
import { type ElementExpression, momentOf } from './expressionsOf';
import { kindOfField } from './fieldKinds';

/** An expression as it stands in a field, and the field's own way of writing it. */
export interface FieldExpression extends Pick<ElementExpression, 'text' | 'element' | 'moment'> {
  /** null: nothing is known of what it must give */
  kind: ElementExpression['kind'] | null;
  title: string;
  /** without a text it is taken out; `=` need not stand before it */
  write(text: string): void;
}

/** What a field that takes an expression draws itself from. */
interface FieldProps {
  id: string;
  element: Drawn;
  label: string;
  feel: string;
  disabled?: boolean;
  getValue(element: Drawn): unknown;
  setValue(value: string | undefined): void;
}

interface Entry {
  id: string;
  component: FunctionComponent<object>;
}

interface Group {
  entries?: Entry[];
  items?: { entries?: Entry[] }[];
}

type Translate = (words: string) => string;

interface Panel {
  registerProvider(priority: number, provider: { getGroups(element: Drawn): (groups: Group[]) => Group[] }): void;
}

/** After all that put fields into the panel. */
const LAST = 100;

export function tryModule({ t }: Pick<Text, 't'>, onTry: (expression: FieldExpression) => void) {
  // A component that changes is drawn anew, and what is being typed into it is gone: each has one of its own for good.
  const made = new WeakMap<Entry['component'], Entry['component']>();
  const tried =
    (field: Entry['component'], translate: Translate): Entry['component'] =>
    (props) => {
      const drawn = field(props);
      // The panel leaves these fields without its translator: their own words would stay English.
      return isExpression(drawn) ? h(Fragment, null, cloneElement(drawn, { translate }), button(drawn.props)) : drawn;
    };
  const button = (field: FieldProps) =>
    h(
      'button',
      {
        type: 'button',
        'data-try': field.id,
        'aria-label': t('expressions.tryThisNamed', { name: field.label }),
        onClick: () => onTry(expressionIn(field)),
      },
      t('expressions.tryThis'),
    );
  const register = (panel: Panel, translate: Translate) => {
    const withButton = (entry: Entry): Entry => {
      const component = made.get(entry.component) ?? tried(entry.component, translate);
      made.set(entry.component, component);
      return { ...entry, component };
    };
    const getGroups = () => (groups: Group[]) =>
      groups.map((group) => ({
        ...group,
        ...(group.entries && { entries: group.entries.map(withButton) }),
        ...(group.items && {
          items: group.items.map((item) => ({
            ...item,
            ...(item.entries && { entries: item.entries.map(withButton) }),
          })),
        }),
      }));
    panel.registerProvider(LAST, { getGroups });
  };
  register.$inject = ['propertiesPanel', 'translate'];
  return { __init__: ['tryExpressions'], tryExpressions: ['factory', register] };
}

const isExpression = (drawn: ComponentChild): drawn is VNode<FieldProps> => {
  if (drawn === null || typeof drawn !== 'object' || !('props' in drawn)) return false;
  const { feel, getValue, disabled } = drawn.props as Partial<FieldProps>;
  return typeof feel === 'string' && typeof getValue === 'function' && !disabled;
};

/** Read when it is pressed: by then the field has written what was typed into it. */
function expressionIn({ id, element, label, getValue, setValue }: FieldProps): FieldExpression {
  const value = getValue(element);
  const kind = kindOfField(id);
  return {
    kind,
    title: label,
    text: typeof value === 'string' ? value : '',
    element,
    moment: momentOf(kind),
    write: (text) => {
      const body = text.trim().replace(/^=\s*/, '');
      setValue(body === '' ? undefined : `=${body}`);
    },
  };
}
