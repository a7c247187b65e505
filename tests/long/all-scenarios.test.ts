// Every scenario of every package that the application comes with.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { explainTrials, openTrials, type Trials } from '../../src/plugins/procedures/testing';

const PACKAGES = path.resolve(__dirname, '../../bpmn');
const names = readdirSync(PACKAGES).filter((name) => existsSync(path.join(PACKAGES, name, 'scenarios')));
let trials: Trials;

beforeAll(async () => {
  trials = await openTrials({ host: path.resolve(__dirname, '../../src/local-services/trials/host.mjs') });
}, 300_000);
afterAll(() => trials?.close());

test.each(names)(
  'every scenario of %s goes as it is written',
  async (name) => {
    const folder = path.join(PACKAGES, name);
    const { results } = await trials.run(folder);
    expect(explainTrials(results)).toBe('');
    expect(results.map((one) => one.file)).toEqual(
      readdirSync(path.join(folder, 'scenarios'))
        .sort()
        .map((file) => `scenarios/${file}`),
    );
  },
  900_000,
);
