import { Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { ActDialog } from '../../../../components/ActDialog';
import { useText } from '../../../../text/useText';
import { ChoiceField } from '../ChoiceField';
import { isOnTheWay, type Services, type Shape } from '../drawing';

interface Props {
  modeler: Modeler;
  from: Shape;
  onClose(): void;
  onConnected(name: string): void;
}

interface Rules {
  allowed(rule: string, context: object): { type: string } | boolean | null;
}

/** One way more out of a step, to another one of the drawing: only where BPMN allows it. */
export const ConnectDialog = ({ modeler, from, onClose, onConnected }: Props) => {
  const { t } = useText();
  const [to, setTo] = React.useState('');
  const registry = modeler.get<Services['elementRegistry']>('elementRegistry');
  const rules = modeler.get<Rules>('rules');
  const isWay = (target: Shape) => {
    const allowed = rules.allowed('connection.create', { source: from, target });
    return typeof allowed === 'object' && allowed?.type === 'bpmn:SequenceFlow';
  };
  const nameOf = (shape: Shape) => shape.businessObject.name || `${t('outline.nameless')} (${shape.id})`;
  const targets = registry
    .filter((one) => isOnTheWay(one) && one !== from && isWay(one as Shape))
    .map((one) => ({ value: one.id, label: nameOf(one as Shape) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const connect = async () => {
    const target = registry.get(to) as Shape;
    modeler.get<Services['modeling']>('modeling').connect(from, target, { type: 'bpmn:SequenceFlow' });
    onConnected(nameOf(target));
  };
  return (
    <ActDialog
      title={t('outline.connectTitle', { name: nameOf(from) })}
      confirm={t('outline.connectConfirm')}
      disabled={!to}
      onClose={onClose}
      onConfirm={connect}
    >
      {targets.length === 0 ? (
        <Typography tag="p">{t('outline.noTargets')}</Typography>
      ) : (
        <ChoiceField label={t('outline.connectTo')} required value={to} choices={targets} onChange={setTo} />
      )}
    </ActDialog>
  );
};
