// Owns what of a context an expression is given. feelin reads and renames the whole context at each evaluation, which
// takes longer than the evaluation: a record of sixty attributes, an expression that names one. A name that does not
// stand in the text cannot be asked for by it.
type Values = Readonly<Record<string, unknown>>;

/** A name that FEEL reads as it is written; others may be written in more than one way, and always stay. */
const PLAIN_NAME = /^\w+$/;
const PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/;

/** The value of a plain path such as `record.kind`, without an evaluation; undefined where FEEL itself must be asked. */
export function valueOfPath(expression: string, context: Values): unknown {
  if (!PATH.test(expression)) return undefined;
  let value: unknown = context;
  for (const name of expression.split('.')) {
    // Lists, instants and texts have members of their own in FEEL.
    if (!isContext(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** `context` without what `expression` cannot name: of the context itself, and of the contexts that it only steps into. */
export function narrowContext(expression: string, context: Values): Values {
  const narrowed = named(expression, context);
  return Object.fromEntries(
    Object.entries(narrowed).map(([name, value]) => [
      name,
      isContext(value) && PLAIN_NAME.test(name) && isOnlySteppedInto(expression, name)
        ? named(expression, value)
        : value,
    ]),
  );
}

function named(expression: string, context: Values): Values {
  return Object.fromEntries(
    Object.entries(context).filter(([name]) => !PLAIN_NAME.test(name) || expression.includes(name)),
  );
}

/** `record.kind`, never `record` as a whole, which may be looked into by any name. */
function isOnlySteppedInto(expression: string, name: string): boolean {
  return !new RegExp(`(?<![\\w.])${name}(?!\\w|\\.\\w)`).test(expression);
}

function isContext(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
