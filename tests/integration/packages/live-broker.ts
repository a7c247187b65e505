// A live broker for a test file: started in a process of its own, asked for its verdicts, ended with its data.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { connectEngine } from '../../../src/plugins/procedures/server/src/engine/connect-engine';
import type { Engine } from '../../../src/plugins/procedures/server/src/engine/engine';

export interface LiveBroker {
  engine: Engine;
  verdictOn(name: string, content: Buffer): Promise<{ verdict: 'accepted' | 'refused'; reason: string | null }>;
  stop(): Promise<void>;
}

export async function liveBroker(): Promise<LiveBroker> {
  const holder: ChildProcess = fork(path.join(__dirname, 'hold-broker.mjs'), [], { execArgv: [] });
  const address = await new Promise<string>((resolve, reject) => {
    holder.once('message', (message: { address: string }) => resolve(message.address));
    holder.once('exit', (code) => reject(new Error(`Expected a broker, but its process ended with ${code}`)));
  });
  const engine = connectEngine({ address, isAllowed: () => true });
  return {
    engine,
    async verdictOn(name, content) {
      const answer = await engine.deployResources([{ name, content }]);
      if (answer.status === 'accepted') return { verdict: 'accepted', reason: null };
      if (answer.status === 'rejected') return { verdict: 'refused', reason: answer.message };
      throw new Error(`Expected the broker to answer, but: ${answer.message}`);
    },
    async stop() {
      const ended = new Promise((resolve) => holder.once('exit', resolve));
      await engine.close();
      holder.disconnect();
      await ended;
    },
  };
}
