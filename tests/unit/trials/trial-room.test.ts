// A server without a program for trials says so before anything is kept or begun.
import { trialLimits } from '../../../src/plugins/procedures/server/src/trials/trial-limits';
import { TrialRoom } from '../../../src/plugins/procedures/server/src/trials/trial-room';

const room = (env: NodeJS.ProcessEnv) => new TrialRoom(trialLimits(env), { info: () => undefined });

test.each([[{}], [{ PROCEDURES_TRIAL_HOST: '' }]])('a server with %j has nothing to try with', async (env) => {
  const none = room(env);
  const refusal = expect.objectContaining({ code: 'TRIALS_NOT_SET_UP', status: 503 });
  expect(() => none.expectSetUp()).toThrow(refusal);
  await expect(none.withHost(async () => 'tried')).rejects.toEqual(refusal);
  await none.stop();
});

test('one that has such a program is not asked to start it for that', async () => {
  const some = room({ PROCEDURES_TRIAL_HOST: '/none/of/this.mjs' });
  expect(() => some.expectSetUp()).not.toThrow();
  await some.stop();
});
