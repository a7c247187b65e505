/**
 * The message of this name, made where it is missing. Its key is one of its own for every wait, which the platform learns
 * from the broker's record of the subscription.
 */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Moddle, Services } from '../drawing';
import { freeKey } from './freeKey';

export function messageNamed(modeler: Modeler, name: string): Moddle {
  const factory = modeler.get<Services['bpmnFactory']>('bpmnFactory');
  const definitions = modeler.getDefinitions() as unknown as Moddle;
  const found = definitions.rootElements?.find((one) => one.$type === 'bpmn:Message' && one.name === name);
  if (found) return found;
  const ids = modeler.get<{ ids: { assigned(id: string): unknown } }>('moddle').ids;
  const message = factory.create('bpmn:Message', {
    id: freeKey(`msg ${name}`, '_', (key) => Boolean(ids.assigned(key))),
    name,
  });
  const extensions = factory.create('bpmn:ExtensionElements', { values: [] });
  const subscription = factory.create('zeebe:Subscription', { correlationKey: '=string(random number())' });
  subscription.$parent = extensions;
  extensions.values = [subscription];
  extensions.$parent = message;
  message.extensionElements = extensions;
  message.$parent = definitions;
  const root = modeler.get<Services['canvas']>('canvas').getRootElement();
  modeler.get<Services['modeling']>('modeling').updateModdleProperties(root, definitions, {
    rootElements: [...(definitions.rootElements ?? []), message],
  });
  return message;
}
