import { Checkbox, Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { ClockRuleRow, NewClockRuleVersionBody } from '../../../../shared/contracts';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { useText } from '../../text/useText';
import { formatDay, fromLocalInput, toLocalInput } from '../../time/instants';
import { EMPTY_CONFIRMATION, newVersionBody, newVersionFaults } from './newVersion';

interface Props {
  row: ClockRuleRow;
  onClose(): void;
  onSaved(): void;
}

/** A rule is never edited: a new version takes its place, with who confirmed it and why it changed. */
export const RuleDialog = ({ row, onClose, onSaved }: Props) => {
  const { t, pick } = useText();
  const { definition } = row;
  const [draft, setDraft] = React.useState({
    length: String(definition.length),
    legalBasis: definition.legalBasis,
    confirmed: false,
    ...EMPTY_CONFIRMATION,
    at: toLocalInput(new Date()).slice(0, 10),
    reason: '',
  });
  const [checked, setChecked] = React.useState(false);
  const faults = newVersionFaults(draft);
  const set = (change: Partial<typeof draft>) => setDraft((last) => ({ ...last, ...change }));
  const text = (name: 'length' | 'legalBasis' | 'by' | 'at' | 'document', type = 'text', hint?: string) => (
    <Field.Root
      key={name}
      name={name}
      required={name !== 'legalBasis'}
      hint={hint}
      error={
        checked && faults.includes(name) ? t(name === 'length' ? 'rules.lengthWrong' : 'field.required') : undefined
      }
    >
      <Field.Label>{t(`rules.field.${name}`)}</Field.Label>
      <TextInput
        type={type}
        value={draft[name]}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );

  const save = async () => {
    setChecked(true);
    if (faults.length > 0) return false;
    const body: NewClockRuleVersionBody = newVersionBody(row, draft);
    await post(`/clock-rules/${encodeURIComponent(row.id)}/versions`, body);
    onSaved();
  };

  return (
    <ActDialog
      title={t('rules.dialog', { rule: pick(definition.title), version: row.version + 1 })}
      confirm={t('rules.save', { version: row.version + 1 })}
      onClose={onClose}
      onConfirm={save}
    >
      <Typography textColor="neutral600">{t('rules.dialogHint')}</Typography>
      {text('length', 'text', t('rules.lengthHint', { unit: t(`rules.unit.${definition.unit}`) }))}
      {text('legalBasis')}
      <Checkbox checked={draft.confirmed} onCheckedChange={(value) => set({ confirmed: value === true })}>
        {t('rules.confirmed')}
      </Checkbox>
      {draft.confirmed && [
        text('by'),
        text('at', 'date', formatDay(fromLocalInput(`${draft.at}T00:00`))),
        text('document'),
      ]}
      <Field.Root name="reason" required error={checked && faults.includes('reason') ? t('field.required') : undefined}>
        <Field.Label>{t('rules.field.reason')}</Field.Label>
        <Textarea
          value={draft.reason}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => set({ reason: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
    </ActDialog>
  );
};
