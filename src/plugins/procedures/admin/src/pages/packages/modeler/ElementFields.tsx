import type Modeler from 'bpmn-js/lib/Modeler';
import type * as React from 'react';

import type { DraftView } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { SideSection } from '../SideSection';
import { type Connection, type Drawn, isFlow, type Shape } from './drawing';
import { FlowCondition } from './FlowCondition';
import { ServiceFields } from './ServiceFields';
import { isOurs } from './serviceHeaders';
import { TaskFields } from './TaskFields';

export interface ElementFieldsProps {
  modeler: Modeler;
  element: Drawn;
  draft: DraftView;
  onOpenFile(path: string): void;
  onNewClock(step: Shape): void;
}

const DECIDES = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

const Ways = ({ modeler, draft, flows }: { modeler: Modeler; draft: DraftView; flows: Connection[] }) => {
  const { t } = useText();
  return (
    <SideSection title={t('modeler.ways')}>
      {flows.map((flow) => (
        <FlowCondition key={flow.id} modeler={modeler} flow={flow} draft={draft} />
      ))}
    </SideSection>
  );
};

const KINDS: { fits(element: Drawn): boolean; Fields: React.ComponentType<ElementFieldsProps> }[] = [
  {
    fits: ({ type }) => type === 'bpmn:UserTask',
    Fields: ({ element, onNewClock, ...rest }) => (
      <TaskFields {...rest} element={element as Shape} onNewClock={() => onNewClock(element as Shape)} />
    ),
  },
  {
    fits: isOurs,
    Fields: ({ element, modeler, draft }) => (
      <ServiceFields modeler={modeler} element={element as Shape} draft={draft} />
    ),
  },
  {
    fits: (element) => DECIDES.includes(element.type) && (element as Shape).outgoing.length > 1,
    Fields: ({ element, modeler, draft }) => (
      <Ways modeler={modeler} draft={draft} flows={(element as Shape).outgoing} />
    ),
  },
  {
    fits: (element) => isFlow(element) && DECIDES.includes(element.source.type) && element.source.outgoing.length > 1,
    Fields: ({ element, modeler, draft }) => <Ways modeler={modeler} draft={draft} flows={[element as Connection]} />,
  },
];

export const ElementFields = (props: ElementFieldsProps) => {
  const kind = KINDS.find(({ fits }) => fits(props.element));
  return kind ? <kind.Fields {...props} /> : null;
};
