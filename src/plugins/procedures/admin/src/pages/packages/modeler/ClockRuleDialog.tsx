import { Field, Flex, NumberInput, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ClockLengthUnit, ClockRuleInput, DraftView } from '../../../../../shared/packages-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { useText } from '../../../text/useText';
import { ChoiceField } from './ChoiceField';
import { ManyField } from './ManyField';

interface Props {
  draft: DraftView;
  /** what the form begins with */
  start: ClockRuleInput;
  onClose(): void;
  onSaved(id: string): void;
}

const UNITS: ClockLengthUnit[] = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months'];

/** A term in plain words: how long, from what, until what. Its key is made by the server, which also says what the law forbids. */
export const ClockRuleDialog = ({ draft, start, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [input, setInput] = React.useState(start);
  const set = (change: Partial<ClockRuleInput>) => setInput((last) => ({ ...last, ...change }));
  const { events } = draft.choices;
  const missing = input.title.trim() === '' || input.startEvent === '' || input.stopEvents.length === 0;
  type Change = React.ChangeEvent<HTMLInputElement>;
  return (
    <ActDialog
      title={t(start.id ? 'modeler.clock.change' : 'modeler.newClock')}
      confirm={t('modeler.clock.save')}
      disabled={missing}
      onClose={onClose}
      onConfirm={async () => {
        const { id } = await post<{ id: string }>(`/drafts/${draft.draft.id}/clock-rules`, input);
        onSaved(id);
      }}
    >
      <Field.Root name="title" required>
        <Field.Label>{t('modeler.clock.title')}</Field.Label>
        <TextInput
          maxLength={200}
          value={input.title}
          onChange={(event: Change) => set({ title: event.target.value })}
        />
      </Field.Root>
      <Flex gap={3} alignItems="flex-start">
        <Field.Root name="length" required>
          <Field.Label>{t('modeler.clock.length')}</Field.Label>
          <NumberInput value={input.length} onValueChange={(value?: number) => set({ length: value ?? 0 })} />
        </Field.Root>
        <ChoiceField
          label={t('modeler.clock.unit')}
          required
          value={input.unit}
          choices={UNITS.map((unit) => ({ value: unit, label: t(`modeler.unit.${unit}`) }))}
          onChange={(unit) => set({ unit: unit as ClockLengthUnit })}
        />
      </Flex>
      <ChoiceField
        label={t('modeler.clock.start')}
        required
        value={input.startEvent}
        choices={events}
        onChange={(startEvent) => set({ startEvent })}
      />
      <ManyField
        label={t('modeler.clock.stop')}
        required
        value={input.stopEvents}
        choices={events}
        onChange={(stopEvents) => set({ stopEvents })}
      />
      <Field.Root name="legalBasis" hint={t('modeler.clock.lawHint')}>
        <Field.Label>{t('modeler.clock.law')}</Field.Label>
        <TextInput
          maxLength={400}
          value={input.legalBasis ?? ''}
          onChange={(event: Change) => set({ legalBasis: event.target.value || null })}
        />
        <Field.Hint />
      </Field.Root>
      <Typography variant="pi" textColor="neutral600">
        {t('modeler.clock.about')}
      </Typography>
    </ActDialog>
  );
};
