// Two thousand models changed by chance, another chance each day: our verdict is the broker's. A difference is told with its
// seed, so that it can be made again.
import { findDifferences } from '../integration/packages/find-differences';
import { liveBroker } from '../integration/packages/live-broker';
import { mutants } from '../support/mutate-model';

const COUNT = Number(process.env.MUTANTS ?? 2000);
const SEED = Number(process.env.MUTANTS_SEED ?? Math.floor(Date.now() / 86_400_000));

test(`of ${COUNT} models changed by chance (seed ${SEED}) our verdict is the broker’s`, async () => {
  const broker = await liveBroker();
  const made = mutants(SEED, COUNT);
  expect(made).toHaveLength(COUNT);
  try {
    const { differ } = await findDifferences(broker, made);
    expect(differ).toEqual([]);
  } finally {
    await broker.stop();
  }
}, 1_200_000);
