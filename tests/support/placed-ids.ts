// Ids of every kind of letters.
import { around, bpmn } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { MESSAGE } from './placed-parts';

export const IDS = ['é', 'ớ_1', 'a.b', 'a-b', '_a', 'a·b', '数', 'aé', '1a', 'a b', ''];
export const idModels = (): Mutant[] => {
  const xml = bpmn(around('x', '<bpmn:userTask id="x">…</bpmn:userTask>'), MESSAGE);
  return ['definitions', 'main', 'start', 'x', 'x_end', 'm'].flatMap((id) =>
    IDS.map((to) => ({
      name: `id ${id} is "${to}"`,
      kind: 'bpmn' as const,
      xml: xml.replaceAll(new RegExp(`(["'>])${id}(["'<])`, 'g'), `$1${to}$2`),
    })),
  );
};
