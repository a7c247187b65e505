// Owns the grammar of FEEL as the engine reads it (feel-engine 1.17.8), with its own order of choices: what it takes and
// what it refuses differs from the standard and from feelin in many places, and a deployment fails by this one.
import {
  firstOf,
  inOrder,
  isWhite,
  literal,
  many,
  matched,
  maybe,
  naming,
  oneOf,
  pattern,
  type Rule,
  remembered,
} from './peg';

const START = '[\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}]';
const PART = '[\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Cf}\\u0000-\\u0008\\u000E-\\u001B\\u007F-\\u009F]';
const isStart = new RegExp(`^${START}$`, 'u');
const isPart = new RegExp(`^${PART}$`, 'u');
/** Longest first. */
const RESERVED = ['satisfies', 'function', 'return', 'false', 'null', 'true', 'then', 'else', 'and', 'in', 'or'];

const identifier: Rule = (text, at) => {
  const { value } = text;
  const partsEnd = (from: number): number => {
    let end = from;
    while (end < value.length && isPart.test(value[end]) && !isWhite(value[end])) end += 1;
    return end;
  };
  const word = RESERVED.find((one) => value.startsWith(one, at));
  const after = at + (word?.length ?? 0);
  const end = partsEnd(after);
  if (word && end > after) return matched(end);
  if (after < value.length && isStart.test(value[after])) return matched(partsEnd(after + 1));
  text.furthest = Math.max(text.furthest, at);
  return null;
};

const spaced: Rule = (text, at) => {
  const first = identifier(text, at);
  let end = first?.end ?? -1;
  for (let count = 0; end !== -1; count += 1) {
    const from = end + (/^ */.exec(text.value.slice(end, end + 200))?.[0].length ?? 0);
    const next = from > end ? identifier(text, from) : null;
    if (!next) return count === 0 ? null : matched(end);
    end = next.end;
  }
  return null;
};

const escaped = pattern(/`[^`]+`/suy);
const name = firstOf(identifier, escaped);
const property = firstOf(literal('time offset'), name);
const qualifiedName = many(property, { least: 1, between: literal('.') });
const text = pattern(/"(?:\\[\s\S]|[^"\\])*"/y);

export const expression: Rule = remembered(() => firstOf(ifThen, forReturn, quantified, disjunction));
const sum: Rule = remembered(() => inOrder(product, many(inOrder(pattern(/[+-]/y), product))));
const product: Rule = remembered(() => inOrder(power, many(inOrder(pattern(/[*/]/y), power))));
const power: Rule = remembered(() => inOrder(negative, many(inOrder(literal('**'), negative))));
const negative: Rule = inOrder(
  maybe(literal('-')),
  remembered(() => value),
);
const value: Rule = remembered(() =>
  inOrder(terminal, many(firstOf(inOrder(literal('.'), property), inOrder(literal('['), expression, literal(']'))))),
);

const ifThen = inOrder(literal('if'), expression, literal('then'), expression, literal('else'), expression);
const iterator = inOrder(naming('defines', name), literal('in'), firstOf(inOrder(sum, literal('..'), sum), value));
const iterators = many(iterator, { least: 1, between: literal(',') });
const forReturn = inOrder(literal('for'), iterators, literal('return'), expression);
const quantified = inOrder(oneOf('some', 'every'), iterators, literal('satisfies'), expression);
const disjunction: Rule = remembered(() => inOrder(conjunction, many(inOrder(literal('or'), conjunction))));
const conjunction: Rule = remembered(() => inOrder(comparable, many(inOrder(literal('and'), comparable))));
const comparable: Rule = remembered(() => firstOf(inOrder(sum, maybe(comparison)), simpleTest));

const typeName = firstOf(
  oneOf('years and months duration', 'days and time duration', 'date and time', 'function'),
  qualifiedName,
);
const comparison: Rule = firstOf(
  inOrder(pattern(/<=|>=|!=|<|>|=/y), sum),
  inOrder(literal('between'), sum, literal('and'), sum),
  inOrder(literal('instance'), literal('of'), typeName),
  inOrder(
    literal('in'),
    firstOf(
      inOrder(
        literal('('),
        remembered(() => positiveTests),
        literal(')'),
      ),
      remembered(() => positiveTest),
    ),
  ),
);

const number = pattern(/-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)/y);
const temporal = firstOf(
  inOrder(oneOf('duration', 'date and time', 'date', 'time'), literal('('), text, literal(')')),
  inOrder(literal('@'), text),
);
const list = inOrder(literal('['), many(expression, { between: literal(',') }), literal(']'));

/** Anything without a symbol of its own, white space and comments inside. */
const freeKey = many(pattern(/[^"{}:,[\]`]/suy), { least: 1 });
const key = naming('defines', firstOf(freeKey, spaced, name, text));
const context = inOrder(
  literal('{'),
  many(inOrder(key, literal(':'), expression), { between: literal(',') }),
  literal('}'),
);

const parameter = firstOf(spaced, name);
/** Its external kind is read by the engine too, but is never allowed. */
const definition = inOrder(
  literal('function'),
  literal('('),
  many(naming('defines', parameter), { between: literal(',') }),
  literal(')'),
  expression,
);

const rangeStart = inOrder(pattern(/[(\][]/y), sum);
const rangeEnd = inOrder(sum, pattern(/[)[\]]/y));
const range: Rule = remembered(() => inOrder(rangeStart, literal('..'), rangeEnd));
const argument = firstOf(range, expression);
const namedArguments = many(inOrder(parameter, literal(':'), argument), { least: 1, between: literal(',') });
const plainArguments = many(argument, { least: 1, between: literal(',') });
const invocation = inOrder(
  naming(
    'calls',
    firstOf(spaced, oneOf('and', 'or', 'date and time', 'years and months duration', 'get or else'), qualifiedName),
  ),
  literal('('),
  maybe(firstOf(namedArguments, plainArguments)),
  literal(')'),
);

const terminal: Rule = remembered(() =>
  firstOf(
    temporal,
    invocation,
    qualifiedName,
    oneOf('null', 'true', 'false'),
    text,
    number,
    list,
    context,
    literal('?'),
    definition,
    inOrder(literal('('), expression, literal(')')),
  ),
);

const simpleTest = firstOf(inOrder(pattern(/<=|>=|<|>/y), sum), range);
const atEnd: Rule = (whole, at) => (at === whole.value.length ? matched(at) : null);
const positiveTest: Rule = firstOf(inOrder(oneOf('true', 'false'), atEnd), simpleTest, expression);
const positiveTests: Rule = many(positiveTest, { least: 1, between: literal(',') });

/** A cell of a decision table. */
export const unaryTests: Rule = firstOf(
  inOrder(literal('not'), literal('('), positiveTests, literal(')')),
  positiveTests,
  literal('-'),
);
