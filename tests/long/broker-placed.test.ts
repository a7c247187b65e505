// What tests/unit/packages/broker-placed.json records is what a live broker says; a fresh one from time to time, for one that has
// taken thousands of versions is slow.
import { type LiveBroker, liveBroker } from '../integration/packages/live-broker';
import { placedModels } from '../support/placed-models';
import said from '../unit/packages/broker-placed.json';

const MODELS_A_BROKER = 900;

test('the broker says of every placed model what is recorded', async () => {
  const left = placedModels().flatMap(([group, models]) =>
    models.map((model, at) => ({ ...model, recorded: (said as Record<string, string>)[group]?.[at] })),
  );
  const differ: string[] = [];
  const work = async (broker: LiveBroker, part: typeof left): Promise<void> => {
    for (let next = part.shift(); next; next = part.shift()) {
      const { verdict, reason } = await broker.verdictOn(`m.${next.kind}`, Buffer.from(next.xml));
      if (verdict[0] !== next.recorded) differ.push(`${next.name}: ${reason ?? 'accepted'}`);
    }
  };
  while (left.length > 0) {
    const part = left.splice(0, MODELS_A_BROKER);
    const broker = await liveBroker();
    try {
      await Promise.all([work(broker, part), work(broker, part)]);
    } finally {
      await broker.stop();
    }
  }
  expect(differ).toEqual([]);
}, 3_600_000);
