/**
 * pages/packages/modeler/ owns drawing: bpmn-js with the Zeebe properties, in the reader's language. This file puts together
 * what is needed to draw; the panel of all properties comes later (attachExpertPanel.ts). The behaviour that marks every
 * drawn user task as native is left out: this engine's tasks are jobs.
 */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';

import Modeler from 'bpmn-js/lib/Modeler';
import NativeCopyPaste from 'bpmn-js-native-copy-paste';
import ZeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import minimap from 'diagram-js-minimap';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

import { translateModule } from './translateModule';

const NATIVE_USER_TASK = 'createZeebeUserTaskBehavior';

/** The cloud behaviours without the one that makes native user tasks. */
export const behaviors = {
  ...ZeebeBehaviors,
  __init__: ZeebeBehaviors.__init__.filter((name: string) => name !== NATIVE_USER_TASK),
};

export function createModeler(canvas: HTMLElement, language: string): Modeler {
  return new Modeler({
    container: canvas,
    keyboard: { bind: true },
    moddleExtensions: { zeebe },
    additionalModules: [behaviors, NativeCopyPaste, minimap, translateModule(language)],
  });
}
