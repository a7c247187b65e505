/**
 * Puts the panel of all properties into a modeler that runs already: in an injector of its own beneath the modeler's, with
 * an event bus that tells it what it has missed.
 */
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';

import type Modeler from 'bpmn-js/lib/Modeler';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';

import type { Text } from '../../../text/useText';
import type { Drawn, Services } from './drawing';
import { editorFunctions } from './expressions/editorNames';
import { expertNames, namesModule } from './expressions/expertNames';
import { type FieldExpression, tryModule } from './expressions/tryModule';

type Listener = (event: object) => void;

interface EventBus {
  on(events: string | string[], ...rest: unknown[]): void;
}

interface Injector {
  createChild(modules: object[]): Injector & { init(): void };
  get<T>(name: string): T;
}

interface Panel {
  attachTo(place: HTMLElement): void;
}

interface Around {
  words: Text;
  draftId: string;
  onFlush(): Promise<void>;
  onTry(expression: FieldExpression): void;
}

const attached = new WeakSet<Modeler>();

export function attachExpertPanel(
  modeler: Modeler,
  place: HTMLElement,
  { words, draftId, onFlush, onTry }: Around,
): void {
  if (attached.has(modeler)) return;
  attached.add(modeler);
  const [chosen] = modeler.get<{ get(): Drawn[] }>('selection').get();
  const element = chosen ?? modeler.get<Services['canvas']>('canvas').getRootElement();
  const bus = missedNothing(modeler.get<EventBus>('eventBus'), {
    'diagram.init': {},
    'keyboard.bind': {},
    'root.added': { element },
  });
  const child = modeler.get<Injector>('injector').createChild([
    {
      eventBus: ['value', bus],
      // Told later, it draws itself at once, and of the whole process.
      'config.propertiesPanel': ['value', { feelLanguageContext: { builtins: editorFunctions(words) } }],
    },
    BpmnPropertiesPanelModule,
    BpmnPropertiesProviderModule,
    ZeebePropertiesProviderModule,
    namesModule(expertNames(draftId, words, onFlush)),
    tryModule(words, onTry),
  ]);
  child.init();
  child.get<Panel>('propertiesPanel').attachTo(place);
}

/** Who listens for what has happened already hears it, once everything is put together. */
function missedNothing(bus: EventBus, past: Record<string, object>): EventBus {
  const late: EventBus = Object.create(bus);
  late.on = (events, ...rest) => {
    bus.on(events, ...rest);
    const listener = rest.find((one): one is Listener => typeof one === 'function');
    for (const name of [events].flat()) {
      const event = past[name];
      if (event && listener) queueMicrotask(() => listener(event));
    }
  };
  return late;
}
