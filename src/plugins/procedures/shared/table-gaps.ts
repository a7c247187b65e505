/**
 * What a table leaves open or says twice, by trying the values that its own cells name, one more of each kind, and every
 * combination of them. A cell that it cannot read by itself makes its table unreadable to it: nothing is then said, rather
 * than something wrong.
 */
import type { Bilingual } from './contracts';

/** A decision table as rows of texts. */
export interface Table {
  decision: string;
  name: string;
  hitPolicy: string;
  /** `allowed`: the list of values that the author says can come, as written; empty: any may */
  inputs: { words: string; expression: string; type: string; allowed: string }[];
  rules: string[][];
}

export interface TableGap {
  kind: 'hole' | 'overlap';
  decision: string;
  name: string;
  /** numbers of the rules, as the table shows them */
  rules: number[];
  /** the values for which it is so */
  example: Bilingual;
}

type Value = string | number | boolean;
type Test = (value: Value) => boolean;

const MOST_COMBINATIONS = 20_000;
const MOST_SAID = 5;
/** Of a table that answers with a list, no row at all is an answer too: the empty list. */
const LISTS = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];
const ANYTHING = ['', '-'];

export function findGaps(table: Table): TableGap[] {
  const cells = table.rules.map((rule) => rule.map(readCell));
  if (LISTS.includes(table.hitPolicy) || cells.some((rule) => rule.some((cell) => cell === null))) return [];
  const values = table.inputs.map((input, column) =>
    valuesOf(
      input,
      cells.map((rule) => rule[column] as Cell),
    ),
  );
  if (values.reduce((count, list) => count * list.length, 1) > MOST_COMBINATIONS) return [];
  const said = new Map<string, TableGap>();
  for (const combination of product(values)) {
    const hits = cells.flatMap((rule, at) =>
      rule.every((cell, column) => cell?.test(combination[column] as Value)) ? [at + 1] : [],
    );
    const say = (other: string) =>
      table.inputs.map(({ words }, at) => `${words} = ${show(combination[at] as Value, other)}`).join('; ');
    const example = { vi: say('(khác)'), en: say('(other)') };
    const gap = { decision: table.decision, name: table.name, rules: hits, example };
    if (hits.length === 0) said.set(`hole ${said.size}`, { kind: 'hole', ...gap });
    if (hits.length > 1 && table.hitPolicy === 'UNIQUE' && !said.has(`overlap ${hits}`))
      said.set(`overlap ${hits}`, { kind: 'overlap', ...gap });
    if (said.size >= MOST_SAID) break;
  }
  return [...said.values()];
}

/** What is said of a gap, the same in the editor and by the check. */
export function gapWords({ name, kind, rules, example }: TableGap): Bilingual {
  if (kind === 'hole')
    return {
      vi: `${name}: không dòng nào đúng khi ${example.vi}.`,
      en: `${name}: no row holds when ${example.en}.`,
    };
  const numbers = rules.join(', ');
  return {
    vi: `${name}: dòng ${numbers} cùng đúng khi ${example.vi}.`,
    en: `${name}: rows ${numbers} both hold when ${example.en}.`,
  };
}

interface Cell {
  test: Test;
  /** values that it names */
  named: Value[];
}

/** null: not one of the forms that are read here. */
function readCell(text: string): Cell | null {
  const body = text.trim();
  if (ANYTHING.includes(body)) return { test: () => true, named: [] };
  const negated = /^not\((.*)\)$/s.exec(body);
  if (negated) {
    const inner = readCell(negated[1] ?? '');
    return inner && { test: (value) => !inner.test(value), named: inner.named };
  }
  const parts = splitList(body).map(readPart);
  if (parts.some((part) => part === null)) return null;
  const all = parts as Cell[];
  return { test: (value) => all.some((part) => part.test(value)), named: all.flatMap((part) => part.named) };
}

function readPart(text: string): Cell | null {
  if (text === 'true' || text === 'false') return same(text === 'true');
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return same(text.slice(1, -1).replace(/\\(["\\])/g, '$1'));
  if (NUMBER.test(text)) return same(Number(text));
  const compared = /^(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  if (compared) {
    const limit = Number(compared[2]);
    const operator = compared[1] as '<' | '<=' | '>' | '>=';
    return { test: (value) => typeof value === 'number' && COMPARE[operator](value, limit), named: [limit] };
  }
  const range = /^([[\]()])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([[\]()])$/.exec(text);
  if (!range) return null;
  const [low, high] = [Number(range[2]), Number(range[3])];
  const above = range[1] === '[' ? COMPARE['>='] : COMPARE['>'];
  const below = range[4] === ']' ? COMPARE['<='] : COMPARE['<'];
  return {
    test: (value) => typeof value === 'number' && above(value, low) && below(value, high),
    named: [low, high],
  };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const COMPARE = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
};
const same = (named: Value): Cell => ({ test: (value) => value === named, named: [named] });

/** By commas that are in no text and no bracket. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isText = false;
  let part = '';
  for (const sign of text) {
    if (sign === '"') isText = !isText;
    if (!isText && '([{'.includes(sign)) depth += 1;
    if (!isText && ')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && !isText && depth <= 0) {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  return [...parts, part.trim()];
}

/** What the column names, and something that it does not name. */
function valuesOf({ type, allowed }: Table['inputs'][number], column: Cell[]): Value[] {
  const listed = allowed === '' ? null : readCell(allowed);
  if (listed && listed.named.length > 0 && listed.named.every((value) => typeof value === 'string'))
    return [...new Set(listed.named)];
  const named = [...new Set(column.flatMap((cell) => cell.named))];
  if (type === 'boolean' || named.some((value) => typeof value === 'boolean')) return [true, false];
  const numbers = named.filter((value): value is number => typeof value === 'number').sort((a, b) => a - b);
  if (numbers.length > 0) {
    const between = numbers.slice(1).map((value, at) => (value + (numbers[at] ?? value)) / 2);
    return [...new Set([(numbers[0] ?? 0) - 1, ...numbers, ...between, (numbers.at(-1) ?? 0) + 1])];
  }
  return named.length > 0 ? [...named, OTHER] : [OTHER];
}

const OTHER = '…';
const show = (value: Value, other: string): string => (value === OTHER ? other : String(value));

function* product(lists: Value[][]): Generator<Value[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const value of first) for (const others of product(rest)) yield [value, ...others];
}
