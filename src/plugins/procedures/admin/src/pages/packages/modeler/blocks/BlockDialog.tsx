import { Button, Flex, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import type { Block, BlockField } from '../../../../../../shared/blocks-contract';
import type { DraftView } from '../../../../../../shared/packages-contract';
import { ActDialog } from '../../../../components/ActDialog';
import { useText } from '../../../../text/useText';
import { ChoiceField } from '../ChoiceField';
import type { Connection, Drawn, Services, Shape } from '../drawing';
import { isFlow } from '../drawing';
import { BlockFields } from './BlockFields';
import { BlockList } from './BlockList';
import { insertBlock } from './insertBlock';
import { placesOf, waysOn } from './places';
import { NEW_FORM, startForm } from './startForm';

interface Props {
  modeler: Modeler;
  draft: DraftView;
  /** what is selected: a step, a flow, or nothing */
  at: Drawn | null;
  onClose(): void;
  onDrawn(first: Shape): void;
}

/** "Thêm bước": where, which block, and what it needs, all by lists. Works without a mouse. */
export const BlockDialog = ({ modeler, draft, at, onClose, onDrawn }: Props) => {
  const { t, pick } = useText();
  const registry = modeler.get<Services['elementRegistry']>('elementRegistry');
  const places = React.useMemo(() => placesOf(modeler, t('modeler.nameless')), [modeler, t]);
  const [place, setPlace] = React.useState(
    at && (isFlow(at) || places.some((one) => one.value === at.id)) ? at.id : '',
  );
  const [way, setWay] = React.useState('');
  const [block, setBlock] = React.useState<Block | null>(null);
  const [values, setValues] = React.useState<Record<string, string>>({});
  const target = place ? registry.get(place) : undefined;
  const flow = target && isFlow(target) ? (target as Connection) : null;
  const ways = target && !flow ? waysOn(target as Shape, t('modeler.nameless')) : [];
  const isStep = isStepShape(target);
  const offered = draft.blocks.filter((one) => one.place === 'flow' || isStep || !target);
  const chosenWay = ways.length === 1 ? ways[0]?.value : way;
  const isAttached = block?.place === 'attached';
  const needsWay = ways.length > 1 && block?.place === 'flow';
  const missing = block?.fields.some((field) => field.required && !values[field.id]?.trim()) ?? true;

  const choose = (next: Block) => {
    setBlock(next);
    const before = target?.type === 'bpmn:UserTask' ? target.id : '';
    const start = (field: BlockField) => field.default ?? (field.kind === 'step' && field.required ? before : '');
    setValues(Object.fromEntries(next.fields.map((field) => [field.id, start(field)])));
  };
  const draw = async () => {
    if (!block || !target) return;
    const formField = block.fields.find((field) => field.kind === 'form');
    const isNew = formField !== undefined && values[formField.id] === NEW_FORM;
    const form = isNew ? await startForm(draft, values.name ?? pick(block.title), formField.starter ?? []) : null;
    const filled = formField && form ? { ...values, [formField.id]: form } : values;
    const onWay = (chosenWay && registry.get(chosenWay)) as Connection | undefined;
    const [first] = insertBlock(
      modeler,
      block,
      filled,
      { at: target as Shape | Connection, flow: onWay ?? null },
      draft.tasks,
    );
    onClose();
    if (first) onDrawn(first);
  };
  return (
    <ActDialog
      title={t('modeler.addStep')}
      confirm={t('modeler.draw')}
      disabled={!block || !target || missing || (needsWay && !way) || (isAttached && !isStep)}
      onClose={onClose}
      onConfirm={draw}
    >
      {flow ? (
        <Typography tag="p">
          {t('modeler.intoFlow', {
            from: flow.source.businessObject.name || t('modeler.nameless'),
            to: flow.target.businessObject.name || t('modeler.nameless'),
          })}
        </Typography>
      ) : (
        <ChoiceField
          label={t(isAttached ? 'modeler.on' : 'modeler.after')}
          required
          value={place}
          choices={isAttached ? places.filter((one) => isStepShape(registry.get(one.value))) : places}
          onChange={setPlace}
        />
      )}
      {needsWay && <ChoiceField label={t('modeler.before')} required value={way} choices={ways} onChange={setWay} />}
      {offered.length === 0 && <Typography tag="p">{t('modeler.noBlocks')}</Typography>}
      {block ? (
        <Flex justifyContent="space-between" gap={3}>
          <Typography tag="p">
            <strong>{pick(block.title)}</strong> · {pick(block.about)}
          </Typography>
          <Button size="S" variant="tertiary" onClick={() => setBlock(null)}>
            {t('modeler.otherBlock')}
          </Button>
        </Flex>
      ) : (
        <BlockList blocks={offered} onChoose={choose} />
      )}
      {block && (
        <BlockFields
          key={block.id}
          block={block}
          draft={draft}
          steps={places.filter((one) => draft.tasks[one.value] || registry.get(one.value)?.type === 'bpmn:UserTask')}
          values={values}
          onChange={setValues}
        />
      )}
    </ActDialog>
  );
};

/** What a term can hang on. */
const isStepShape = (shape: Drawn | undefined): boolean => /Task$|SubProcess$|CallActivity$/.test(shape?.type ?? '');
