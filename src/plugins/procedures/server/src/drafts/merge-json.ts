// Owns the merge of two people's changes to one JSON value: where only one of them touched a part, that part is theirs.
// Lists of things with a name of their own are merged thing by thing. Pure.
import { isDeepStrictEqual } from 'node:util';

type Fields = Record<string, unknown>;

const NAMES = ['id', 'name', 'code', 'event', 'element'];

/** null: both changed the same part, each otherwise. */
export function mergeJson(base: unknown, mine: unknown, newer: unknown): { value: unknown } | null {
  if (isDeepStrictEqual(mine, newer) || isDeepStrictEqual(base, newer)) return { value: mine };
  if (isDeepStrictEqual(base, mine)) return { value: newer };
  if (isFields(mine) && isFields(newer)) return mergeFields(isFields(base) ? base : {}, mine, newer);
  if (Array.isArray(mine) && Array.isArray(newer)) return mergeLists(Array.isArray(base) ? base : [], mine, newer);
  return null;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mergeFields(base: Fields, mine: Fields, newer: Fields): { value: Fields } | null {
  const value: Fields = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(newer)])) {
    const merged = mergeJson(base[key], mine[key], newer[key]);
    if (!merged) return null;
    if (merged.value !== undefined) value[key] = merged.value;
  }
  return { value };
}

function mergeLists(base: unknown[], mine: unknown[], newer: unknown[]): { value: unknown[] } | null {
  const name = NAMES.find((one) => [base, mine, newer].every((list) => isNamedBy(list, one)));
  if (!name) return null;
  const keyed = (list: unknown[]): Fields => Object.fromEntries(list.map((one) => [`#${(one as Fields)[name]}`, one]));
  const [before, own, theirs] = [keyed(base), keyed(mine), keyed(newer)];
  // Their order says something too; put into mine it would be lost.
  const stayed = (all: Fields) => Object.keys(all).filter((key) => key in before && key in theirs);
  if (!isDeepStrictEqual(stayed(before), stayed(theirs))) return null;
  const merged = mergeFields(before, own, theirs);
  if (!merged) return null;
  const order = Object.keys(own);
  for (const [at, key] of Object.keys(theirs).entries()) {
    if (order.includes(key)) continue;
    order.splice(order.indexOf(Object.keys(theirs)[at - 1] ?? '') + 1, 0, key);
  }
  return { value: order.filter((key) => key in merged.value).map((key) => merged.value[key]) };
}

function isNamedBy(list: unknown[], name: string): boolean {
  const names = list.map((one) => (isFields(one) ? one[name] : undefined));
  return names.every((one) => typeof one === 'string') && new Set(names).size === names.length;
}
