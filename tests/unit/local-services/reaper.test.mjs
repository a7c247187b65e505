import { spawn } from 'node:child_process';
import { isAlive, waitUntilGone } from '../../../src/local-services/process-identity.mjs';
import { startReaper } from '../../../src/local-services/reaper.mjs';

test('what was added is ended with the pipe, what was taken off again is not', async () => {
  const reaper = startReaper();
  const [ours, ended] = [spawn('sleep', ['60'], { stdio: 'ignore' }), spawn('sleep', ['60'], { stdio: 'ignore' })];
  reaper.add(ours.pid, 'SIGTERM');
  reaper.add(ended.pid, 'SIGTERM');
  reaper.remove(ended.pid);
  // Closing the pipe is what the system does when we are killed.
  reaper.close();
  expect(await waitUntilGone(ours.pid, 5_000)).toBe(true);
  expect(isAlive(ended.pid)).toBe(true);
  ended.kill();
});
