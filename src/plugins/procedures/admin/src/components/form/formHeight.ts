/** About how high a form will be, so that its place is kept while it is being drawn and nothing below it jumps. */
import type { FormSchema } from '../../../../shared/contracts';

interface Component {
  id?: string;
  type?: string;
  description?: string;
  conditional?: unknown;
  layout?: { row?: string | null } | null;
  components?: Component[];
}

/** With the label above and the space below, in px, as FormFrame draws them. */
const HEIGHTS: Record<string, number> = { textarea: 132, checkbox: 36, text: 44, html: 44, dynamiclist: 96 };
const FIELD = 76;
const DESCRIPTION = 20;
const GROUP = 60;
/** What FormFrame puts two abreast where there is room. */
const SHORT = ['textfield', 'select', 'taglist', 'number', 'datetime', 'checkbox'];

/** `folded`: ids of groups that are not shown. */
export function formHeight(schema: FormSchema, folded: readonly string[], columns: 1 | 2): number {
  const heightOf = (components: Component[]): number => {
    let height = 0;
    let beside = 0;
    let row: string | null = null;
    for (const component of components) {
      const { id = '', type = '', conditional, layout } = component;
      // Most that depend on an answer are not there before it is given.
      if (type === 'button' || conditional || folded.includes(id)) continue;
      const own = component.components && type !== 'dynamiclist';
      const mine = own ? GROUP + heightOf(component.components ?? []) : fieldHeight(component);
      const isWithLast =
        columns === 2 && (row !== null && layout?.row === row ? true : beside > 0 && SHORT.includes(type));
      if (isWithLast) {
        height += Math.max(0, mine - beside);
        beside = layout?.row === row ? Math.max(beside, mine) : 0;
      } else {
        height += mine;
        beside = SHORT.includes(type) ? mine : 0;
        row = layout?.row ?? null;
      }
    }
    return height;
  };
  return heightOf((schema as Component).components ?? []);
}

const fieldHeight = ({ type = '', description }: Component) =>
  (HEIGHTS[type] ?? FIELD) + (description ? DESCRIPTION : 0);
