// Eleven thousand models with one thing put in, and what Zeebe 8.5.8 said of each (a: accepted, r: refused, in order): our verdict is
// the same. tests/long/broker-placed.test.ts holds the record to a live broker.
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import { placedModels } from '../../support/placed-models';
import said from './broker-placed.json';

test.each(placedModels())('%s: our verdict is what the broker said', async (group, models) => {
  const record = (said as Record<string, string>)[group] ?? '';
  expect(record).toHaveLength(models.length);
  const differ: string[] = [];
  for (const [at, { name, kind, xml }] of models.entries()) {
    const { engine } = await checkFile(kind, Buffer.from(xml));
    if (engine[0] !== record[at]) differ.push(`${name}: ours ${engine}`);
  }
  expect(differ).toEqual([]);
});
