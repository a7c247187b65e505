// The scenarios that lie beside the model, on a real broker: after each event the state, the outcome and the open tasks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrokerWithPackage, type TestBroker } from './broker';
import { CasePlayer } from './case-player';
import { packageFolder } from './intake-cases';

interface Scenario {
  title: { vi: string; en: string };
  steps: {
    event: string;
    at: string;
    data: Record<string, unknown>;
    expect: { state: string; tasks: string[]; outcome?: string };
  }[];
}

jest.setTimeout(180_000);

let broker: TestBroker;

beforeAll(async () => {
  broker = await startBrokerWithPackage();
});
afterAll(() => broker?.stop());

it.each(['khan-dien-thoai', 'thu-ly-khong-khoi-to'])('%s goes as it is written', async (name) => {
  const file = join(packageFolder, 'scenarios', `${name}.json`);
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  const player = new CasePlayer(broker.engine, broker.log, {
    id: name,
    ward: 'bach-dang',
    record: steps[0]?.data ?? {},
  });
  for (const step of steps) {
    await player.play(step);
    const { state, tasks, outcome } = step.expect;
    const seen = { event: step.event, state: player.state, tasks: await player.openTasksBecoming(tasks) };
    expect(seen).toEqual({ event: step.event, state, tasks });
    if (outcome) expect(player.outcome).toBe(outcome);
  }
});
