// Our verdict and a live broker's on the same models, two at a time: what differs is told so that it can be made again.
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import type { Mutant } from '../../support/mutate-model';
import type { LiveBroker } from './live-broker';

export interface Differences {
  differ: string[];
  accepted: number;
  refused: number;
}

export async function findDifferences(broker: LiveBroker, models: readonly Mutant[]): Promise<Differences> {
  const found: Differences = { differ: [], accepted: 0, refused: 0 };
  const left = [...models];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { name, kind, xml } = next;
      const ours = await checkFile(kind, Buffer.from(xml));
      const { verdict, reason } = await broker.verdictOn(`m.${kind}`, Buffer.from(xml));
      found[verdict] += 1;
      if (ours.engine === verdict) continue;
      const rules = ours.problems.filter((one) => one.source === 'engine').map((one) => one.rule);
      found.differ.push(
        `${name}\nours: ${ours.engine} ${rules.join(' ')}; the broker: ${reason ?? 'accepted'}\n${xml}`,
      );
    }
  };
  await Promise.all(Array.from({ length: 2 }, work));
  return found;
}
