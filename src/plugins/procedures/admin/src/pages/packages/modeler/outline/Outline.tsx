/** outline/ owns the second way to the same procedure: a tree to read and change it without a mouse and without sight. */
import { Button, Flex, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import type { DraftView, PackageProblem } from '../../../../../../shared/packages-contract';
import { useText } from '../../../../text/useText';
import type { Drawn, Services } from '../drawing';
import { isFlow, isOnTheWay } from '../drawing';
import { ConnectDialog } from './ConnectDialog';
import { describeItem } from './describeItem';
import { OutlineTree } from './OutlineTree';
import { type OutlineItem, outlineOf } from './outlineOf';

interface Props {
  modeler: Modeler;
  draft: DraftView;
  problems: PackageProblem[];
  chosen: Drawn | null;
  /** counts the changes of the drawing */
  change: number;
  onSelect(id: string): void;
  /** on to the fields of what is chosen */
  onOpen(): void;
  onAdd(): void;
}

export const Outline = ({ modeler, draft, problems, chosen, change, onSelect, onOpen, onAdd }: Props) => {
  const { t, pick } = useText();
  const [connecting, setConnecting] = React.useState(false);
  const [said, say] = React.useState('');
  // The registry changes within itself; `change` says when.
  const items = React.useMemo(() => {
    const root = modeler.get<Services['canvas']>('canvas').getRootElement();
    return outlineOf(
      modeler.get<Services['elementRegistry']>('elementRegistry').filter(() => true),
      root,
    );
  }, [modeler, change]);
  const wordsOf = React.useCallback(
    (item: OutlineItem) => describeItem(item, draft, problems, { t, pick }),
    [draft, problems, t, pick],
  );
  const isLocked = chosen !== null && draft.locks.some(({ element }) => element === chosen.id);
  const canFollow = chosen !== null && (isFlow(chosen) || (isOnTheWay(chosen) && chosen.type !== 'bpmn:EndEvent'));
  const remove = () => {
    if (!chosen) return;
    const name = chosen.businessObject.name || t('outline.nameless');
    modeler.get<{ removeElements(elements: Drawn[]): void }>('modeling').removeElements([chosen]);
    say(t('outline.removed', { name }));
  };
  return (
    <Flex
      tag="section"
      aria-label={t('outline.title')}
      direction="column"
      alignItems="stretch"
      gap={2}
      style={{ width: '34rem', flex: 'none', minHeight: 0 }}
    >
      <OutlineTree
        items={items}
        selected={chosen?.id ?? null}
        wordsOf={wordsOf}
        onSelect={(item) => onSelect(item.id)}
        onOpen={onOpen}
      />
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="secondary" disabled={!canFollow} onClick={onAdd}>
          {t(chosen && isFlow(chosen) ? 'outline.addHere' : 'outline.addAfter')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          disabled={!canFollow || (chosen !== null && isFlow(chosen))}
          onClick={() => setConnecting(true)}
        >
          {t('outline.connect')}
        </Button>
        <Button size="S" variant="danger-light" disabled={!chosen || isLocked} onClick={remove}>
          {t('outline.remove')}
        </Button>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {t('outline.keys')}
      </Typography>
      <Typography role="status" variant="pi" textColor="neutral800">
        {said}
      </Typography>
      {connecting && chosen && !isFlow(chosen) && isOnTheWay(chosen) && (
        <ConnectDialog
          modeler={modeler}
          from={chosen}
          onClose={() => setConnecting(false)}
          onConnected={(name) => {
            setConnecting(false);
            say(t('outline.connected', { name }));
          }}
        />
      )}
    </Flex>
  );
};
