// Owns waiting for a move and for its dry run, which reads what the engine's record has brought so far, which on a busy machine is a moment behind.
import { type Client, until } from './running-app';

interface DryRunCase {
  id: string;
  movable: boolean;
  steps: readonly { elementId: string }[];
}

const dryRun = async (administrator: Client, moves: string, mapping: object = {}) => {
  const preview = await administrator.post(`${moves}/preview`, { mapping });
  return { preview, cases: preview.cases as readonly DryRunCase[] };
};

/** `moves`: the path of a package's moves. */
export const untilMovable = (administrator: Client, moves: string, caseIds: readonly string[], mapping: object = {}) =>
  until(async () => {
    const { cases } = await dryRun(administrator, moves, mapping);
    const movable = cases.filter((one) => one.movable).map((one) => one.id);
    return caseIds.every((id) => movable.includes(id)) ? true : null;
  }, `the dry run to say that ${caseIds} can move`);

/** Gives the dry run that shows each case at exactly these steps. `steps`: by case. */
export const untilStand = (administrator: Client, moves: string, steps: Readonly<Record<string, readonly string[]>>) =>
  until(
    async () => {
      const { preview, cases } = await dryRun(administrator, moves);
      const at = (id: string) => cases.find((one) => one.id === id)?.steps.map((step) => step.elementId) ?? [];
      const stand = Object.entries(steps).every(([id, wanted]) => at(id).sort().join() === [...wanted].sort().join());
      return stand ? preview : null;
    },
    `the dry run to show ${JSON.stringify(steps)}`,
  );

/** One that is put back is looked at several times before. */
const BATCH_MS = 90_000;

/** Gives the batch once it is done. */
export const untilMoved = (administrator: Client, moves: string, id: string) =>
  until(
    async () => {
      const { items } = await administrator.get(moves);
      const batch = items.find((one: { id: string }) => one.id === id);
      return batch.state === 'DONE' ? batch : null;
    },
    `batch ${id} to be done`,
    BATCH_MS,
  );
