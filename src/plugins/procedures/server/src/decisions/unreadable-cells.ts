// Owns where in a table something stands that the engine cannot read: decision, rule and column instead of an id.
import type { UnreadableCell } from '../../../shared/decisions-contract';
import type { LooseProblem } from '../packages/loose/loose-problem';
import { readModel } from '../packages/model-xml';
import { ProblemError } from '../problems/problem-error';
import { decisionsOf } from './decision-file';

const MOST = 5;

export async function unreadableCells(
  path: string,
  content: Buffer,
  problems: readonly LooseProblem[],
): Promise<UnreadableCell[]> {
  const decisions = await readModel('dmn', path, content).then(decisionsOf, (error: unknown) => {
    if (error instanceof ProblemError) return [];
    throw error;
  });
  return problems.slice(0, MOST).map(({ element, vi, en }) => {
    for (const { name, table, element: drawn, id } of decisions) {
      const at = { vi, en, decision: name };
      for (const [rule, { id: ruleId, cells, outputs }] of (table?.rules ?? []).entries()) {
        const input = cells.findIndex((cell) => cell.id === element);
        const output = outputs.findIndex((cell) => cell.id === element);
        if (input < 0 && output < 0 && ruleId !== element) continue;
        const title = input < 0 ? table?.outputs[output]?.title : table?.inputs[input]?.title;
        return { ...at, rule: rule + 1, column: title || null };
      }
      const column = table?.inputs.find((one) => one.id === element || one.expressionId === element);
      if (column) return { ...at, rule: null, column: column.title || null };
      if (id === element || holds(drawn, element)) return { ...at, rule: null, column: null };
    }
    return { vi, en, decision: null, rule: null, column: null };
  });
}

const holds = (decision: ModdleElement, id: string | null): boolean =>
  id !== null && (decision.decisionLogic as ModdleElement | undefined)?.id === id;
