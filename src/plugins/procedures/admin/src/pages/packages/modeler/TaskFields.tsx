import { Button, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';

import type { DraftView } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { SideSection } from '../SideSection';
import { ChoiceField } from './ChoiceField';
import type { Services, Shape } from './drawing';
import { ManyField } from './ManyField';
import { NameField } from './NameField';
import { groupsOf, isNative, listOf, makeOurs, propertyOf, setGroups, setProperty } from './taskProperties';

interface Props {
  modeler: Modeler;
  element: Shape;
  draft: DraftView;
  onOpenFile(path: string): void;
  onNewClock(): void;
}

/** A step in plain words, by lists: no expression and no key is typed. Every change is one of the drawing, and undone with it. */
export const TaskFields = ({ modeler, element, draft, onOpenFile, onNewClock }: Props) => {
  const { t } = useText();
  const { choices, tasks } = draft;
  const form = propertyOf(element, 'form', tasks);
  const others = modeler
    .get<Services['elementRegistry']>('elementRegistry')
    .filter((one) => one.type === 'bpmn:UserTask' && one.id !== element.id)
    .map((one) => ({ value: one.id, label: one.businessObject.name || one.id }));
  return (
    <SideSection title={t('packages.task')} spaced>
      <NameField modeler={modeler} element={element} />
      {isNative(element) && (
        <>
          <Typography textColor="danger600">{t('modeler.native')}</Typography>
          <Button size="S" onClick={() => makeOurs(modeler, element)}>
            {t('modeler.makeOurs')}
          </Button>
        </>
      )}
      <ChoiceField
        label={t('packages.task.groups')}
        value={groupsOf(element)}
        choices={choices.groups}
        onChange={(value) => setGroups(modeler, element, value)}
      />
      <ChoiceField
        label={t('packages.task.form')}
        value={form}
        choices={choices.forms}
        onChange={(value) => setProperty(modeler, element, 'form', value)}
      />
      {form && (
        <Button size="S" variant="tertiary" onClick={() => onOpenFile(`${form}.form`)}>
          {t('modeler.openForm')}
        </Button>
      )}
      <ManyField
        label={t('packages.task.clock')}
        value={listOf(element, 'clocks', tasks)}
        choices={choices.clocks}
        onChange={(value) => setProperty(modeler, element, 'clocks', value.join(','))}
      />
      <Button size="S" variant="tertiary" onClick={onNewClock}>
        {t('modeler.newClock')}
      </Button>
      {choices.documents.length > 0 && (
        <ManyField
          label={t('modeler.documents')}
          value={listOf(element, 'documents', tasks)}
          choices={choices.documents}
          onChange={(value) => setProperty(modeler, element, 'documents', value.join(','))}
        />
      )}
      <ChoiceField
        label={t('modeler.second')}
        value={propertyOf(element, 'differentFrom', tasks)}
        choices={others}
        none={t('modeler.anybody')}
        onChange={(value) => setProperty(modeler, element, 'differentFrom', value)}
      />
    </SideSection>
  );
};
