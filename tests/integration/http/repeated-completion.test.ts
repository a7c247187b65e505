// A completion whose first answer was lost: the page sends it again, and it is one act.
import { as, type Client, startExample } from '../../support/running-app';

const VALUES = { record: { quantity: 4 } };
let officer: Client;

beforeAll(async () => {
  officer = await as('van-phong@tam-thanh.example');
});

async function claimed(): Promise<{ path: string; version: number }> {
  const { taskId } = await startExample(officer);
  const { task } = await officer.get(`/procedures/tasks/${taskId}`);
  const { version } = (await officer.post(`/procedures/tasks/${taskId}/claim`, { version: task.version })).task;
  return { path: `/procedures/tasks/${taskId}/complete`, version };
}

test('the same completion again is answered with the act that is there already', async () => {
  const { path, version } = await claimed();
  const first = await officer.post(path, { version, values: VALUES });
  const again = await officer.post(`${path}?wait=10000`, { version, values: VALUES });
  expect(again).toMatchObject({ actionId: first.actionId, state: 'CONFIRMED' });
  const late = await officer.post(path, { version, values: VALUES });
  expect(late.actionId).toBe(first.actionId);
});

test('other values, another version and another person are still refused', async () => {
  const { path, version } = await claimed();
  const { actionId } = await officer.post(`${path}?wait=10000`, { version, values: VALUES });
  const other = await as('truc-ban@tam-thanh.example');
  const answers = [
    await officer.call('POST', path, { version, values: { record: { quantity: 5 } } }),
    await officer.call('POST', path, { version: version + 1, values: VALUES }),
    await other.call('POST', path, { version, values: VALUES }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain(actionId);
  }
});

test('two of the same at one moment are one act', async () => {
  const { path, version } = await claimed();
  const send = () => officer.post(path, { version, values: VALUES });
  const [one, other] = await Promise.all([send(), send()]);
  expect(other.actionId).toBe(one.actionId);
});
