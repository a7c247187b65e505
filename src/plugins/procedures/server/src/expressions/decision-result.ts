// Owns what the result of a decision is made of, as far as its drawing tells: the columns of a table, the entries of a
// context that is written out.
import type { ElementVariable, VariableType } from '../../../shared/expressions-contract';
import { elementOf, listOf, textOf } from '../packages/model-elements';
import type { ReadPackage } from '../packages/read-package';

type Column = ElementVariable['entries'][number];

export interface DecisionResult {
  type: VariableType;
  entries: Column[];
}

const UNKNOWN: DecisionResult = { type: 'any', entries: [] };
const TYPES: Record<string, VariableType> = { string: 'string', boolean: 'boolean', number: 'number' };
/** Hit policies that give every rule that fits. */
const MANY = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];

export function decisionResult(read: ReadPackage, id: string | null): DecisionResult {
  const decisions = [...read.models.values()]
    .filter((model) => model.kind === 'dmn')
    .flatMap((model) => listOf(model.definitions, 'drgElement'));
  const logicOf = (name: string | null) => {
    const decision = decisions.find((one) => one.id === name);
    return decision ? elementOf(decision, 'decisionLogic') : null;
  };
  const logic = logicOf(id);
  if (!logic) return UNKNOWN;
  if (logic.$type === 'dmn:DecisionTable') return ofTable(logic);
  return ofText(textOf(logic, 'text') ?? '', (required, column) => {
    const table = logicOf(required);
    return table?.$type === 'dmn:DecisionTable'
      ? ofTable(table).entries.find(({ name }) => name === column)
      : undefined;
  });
}

function ofTable(table: ModdleElement): DecisionResult {
  const columns = listOf(table, 'output').map((column) => ({
    name: textOf(column, 'name') ?? '',
    type: TYPES[textOf(column, 'typeRef') ?? ''] ?? ('any' as const),
    title: textOf(column, 'label'),
  }));
  const policy = textOf(table, 'hitPolicy') ?? 'UNIQUE';
  const isMany = MANY.includes(policy) && textOf(table, 'aggregation') === null;
  const [only] = columns;
  if (columns.length === 1 && only) return { type: isMany ? 'list' : only.type, entries: [] };
  return { type: isMany ? 'list' : 'context', entries: columns.filter(({ name }) => name !== '') };
}

/** `a: …`, or `a: decision.column`, which is what that column is. */
const ENTRY = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*:(?:\s*([A-Za-z_]\w*)\.([A-Za-z_]\w*)\s*$)?/u;

/** `{ a: …, b: … }`: the names at the first depth. */
function ofText(text: string, columnOf: (decision: string, column: string) => Column | undefined): DecisionResult {
  const body = text.trim();
  if (!body.startsWith('{') || !body.endsWith('}')) return UNKNOWN;
  const plain = body.slice(1, -1).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '_'.repeat(quoted.length));
  const entries: Column[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= plain.length; at += 1) {
    const sign = plain[at];
    if (sign !== undefined && '([{'.includes(sign)) depth += 1;
    if (sign !== undefined && ')]}'.includes(sign)) depth -= 1;
    if (depth !== 0 || (sign !== ',' && at < plain.length)) continue;
    const [, name, decision = '', column = ''] = ENTRY.exec(plain.slice(from, at)) ?? [];
    const known = columnOf(decision, column);
    if (name) entries.push({ name, type: known?.type ?? 'any', title: known?.title ?? null });
    from = at + 1;
  }
  return { type: 'context', entries };
}
