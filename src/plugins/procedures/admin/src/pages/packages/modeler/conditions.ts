/** The FEEL of a path's condition and the list that a person sees: read and written both ways, or left to the expert field. */

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=';
export const OPERATORS: Operator[] = ['=', '!=', '>', '>=', '<', '<='];

export interface Clause {
  variable: string;
  operator: Operator;
  value: string | number | boolean;
}

export interface Condition {
  join: 'and' | 'or';
  clauses: Clause[];
}

const CLAUSE =
  /^([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*)\s*(=|!=|>=|<=|>|<)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)$/;

/** null: an expression that the list cannot show. */
export function readCondition(text: string): Condition | null {
  const body = text.trim().replace(/^=/, '').trim();
  if (body === '') return { join: 'and', clauses: [] };
  const isOr = /\sor\s/.test(withoutTexts(body));
  const isAnd = /\sand\s/.test(withoutTexts(body));
  if (isOr && isAnd) return null;
  const parts = splitOutsideTexts(body, isOr ? ' or ' : ' and ');
  const clauses = parts.map(readClause);
  return clauses.every((one) => one !== null) ? { join: isOr ? 'or' : 'and', clauses } : null;
}

export const writeCondition = ({ join, clauses }: Condition): string =>
  clauses.length === 0
    ? ''
    : `=${clauses.map(({ variable, operator, value }) => `${variable} ${operator} ${literal(value)}`).join(` ${join} `)}`;

const literal = (value: Clause['value']): string =>
  typeof value === 'string' ? `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"` : String(value);

function readClause(text: string): Clause | null {
  const [, variable, operator, given] = CLAUSE.exec(text.trim()) ?? [];
  if (!variable || !operator || given === undefined) return null;
  return { variable, operator: operator as Operator, value: literalValue(given) };
}

function literalValue(given: string): Clause['value'] {
  if (given === 'true' || given === 'false') return given === 'true';
  return given.startsWith('"') ? given.slice(1, -1).replace(/\\(["\\])/g, '$1') : Number(given);
}

const withoutTexts = (body: string): string => body.replace(/"(?:[^"\\]|\\.)*"/g, (text) => '_'.repeat(text.length));

function splitOutsideTexts(body: string, by: string): string[] {
  const plain = withoutTexts(body);
  const parts: string[] = [];
  let from = 0;
  for (let at = plain.indexOf(by); at >= 0; at = plain.indexOf(by, from)) {
    parts.push(body.slice(from, at));
    from = at + by.length;
  }
  return [...parts, body.slice(from)];
}
