import { findBrokerProblems } from '../../../src/plugins/procedures/server/src/packages/broker-rules/find-broker-problems';
import { readModel } from '../../../src/plugins/procedures/server/src/packages/model-xml';
import { BROKER_FIXTURES } from './broker-fixtures';

const problemsOf = async (xml: string) => findBrokerProblems(await readModel('bpmn', 'model.bpmn', Buffer.from(xml)));

test.each(BROKER_FIXTURES.filter((fixture) => fixture.accepted))('accepted: $name', async ({ xml }) => {
  expect(await problemsOf(xml)).toEqual([]);
});
test.each(BROKER_FIXTURES.filter((fixture) => !fixture.accepted))('refused: $name', async ({ xml }) => {
  const problems = await problemsOf(xml);
  expect(problems).not.toEqual([]);
  for (const problem of problems) expect(problem.en).toMatch(/^Expected/);
});
