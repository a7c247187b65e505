// Owns evaluating a form's FEEL over its values at a bearable price. Reading a large context costs feelin tens of
// milliseconds (a list of 500 rows: 30 ms), and a condition in a row is asked for every row. So an expression sees
// only the names that it mentions, and one that does not mention its row is evaluated once.
import { evaluateFeel } from '../feel/evaluate-feel';
import type { Values } from './form-field';

/** What FEEL of one field may read beside all values: its row, what is around the row, and where it stands. */
export interface RowScope {
  own: unknown;
  parent: unknown;
  indexes: number[];
}

export type Evaluate = (expression: string) => unknown;

const OF_ROW = /(?<![\w.])(this|parent|i|_this_|_parent_|_i_)(?!\w)/;

export class FormConditions {
  private readonly known = new Map<string, unknown>();

  constructor(private readonly values: Values) {}

  /** FEEL as this row sees it; `expression` begins with `=`. */
  of(row: RowScope): Evaluate {
    return (expression) => (OF_ROW.test(expression) ? this.inRow(expression, row) : this.once(expression));
  }

  private once(expression: string): unknown {
    if (!this.known.has(expression)) this.known.set(expression, evaluate(expression, this.values));
    return this.known.get(expression);
  }

  private inRow(expression: string, { own, parent, indexes }: RowScope): unknown {
    const special = { this: own, parent, i: indexes };
    const underscored = { _this_: own, _parent_: parent, _i_: indexes };
    return evaluate(expression, { ...special, ...this.values, ...underscored });
  }
}

function evaluate(expression: string, context: Values): unknown {
  const mentioned = Object.entries(context).filter(([name]) => expression.includes(name));
  return evaluateFeel(expression.slice(1), Object.fromEntries(mentioned)).value;
}
