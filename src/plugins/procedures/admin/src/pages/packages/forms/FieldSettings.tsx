import { Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { RecordField } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import { SideSection } from '../SideSection';
import { CHOICES, changeField, type FormField, type FormFile, freeRecordKey, freeTaskKey, valuesOf } from './formModel';
import { ShownWhenFields } from './ShownWhenFields';

interface Props {
  form: FormFile;
  field: FormField;
  recordFields: RecordField[];
  onChange(form: FormFile): void;
}

const HOLDS: Record<string, RecordField['holds'][]> = {
  textfield: ['text'],
  textarea: ['text'],
  radio: ['text'],
  select: ['text'],
  number: ['number'],
  checkbox: ['boolean'],
  datetime: ['date'],
  checklist: ['list'],
  taglist: ['list'],
};
const OF_STEP = 'task';
const NEW_OF_RECORD = 'record';

/** What the chosen field asks, what may be answered, and where the answer goes: by lists. */
export const FieldSettings = ({ form, field, recordFields, onChange }: Props) => {
  const { t } = useText();
  const wordsIn = field.type === 'text' ? 'text' : field.type === 'datetime' ? 'dateLabel' : 'label';
  const [words, setWords] = React.useState(String(field[wordsIn] ?? ''));
  const [hint, setHint] = React.useState(field.description ?? '');
  const [lines, setLines] = React.useState((field.values ?? []).map((one) => one.label).join('\n'));
  const set = (change: Partial<FormField>) => onChange(changeField(form, field.id, change));
  const fitting = recordFields.filter((one) => HOLDS[field.type]?.includes(one.holds));
  const isOfStep = field.key?.startsWith('task.') ?? false;
  const isOfExtra = !isOfStep && !recordFields.some((one) => one.value === field.key);
  const bind = (chosen: string) => {
    if (chosen === OF_STEP) return set({ key: isOfStep ? field.key : freeTaskKey(form, words) });
    if (chosen !== NEW_OF_RECORD) return set({ key: chosen });
    return set({
      key: freeRecordKey(
        form,
        words,
        recordFields.map((one) => one.value),
      ),
    });
  };
  return (
    <SideSection title={t('forms.settings')} spaced>
      <Field.Root name="words">
        <Field.Label>{t(field.type === 'text' ? 'forms.text' : 'forms.question')}</Field.Label>
        <Textarea
          value={words}
          maxLength={2000}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setWords(event.target.value)}
          onBlur={() => words.trim() && words !== field[wordsIn] && set({ [wordsIn]: words.trim() })}
        />
      </Field.Root>
      {field.key && HOLDS[field.type] && (
        <>
          <ChoiceField
            label={t('forms.binding')}
            hint={isOfExtra ? t('forms.binding.extraHint') : undefined}
            value={isOfStep ? OF_STEP : isOfExtra ? NEW_OF_RECORD : field.key}
            choices={[
              { value: OF_STEP, label: t('forms.binding.step') },
              { value: NEW_OF_RECORD, label: t('forms.binding.new') },
              ...fitting.map((one) => ({ value: one.value, label: `${t('forms.binding.record')}: ${one.label}` })),
            ]}
            onChange={bind}
          />
          <Flex tag="label" gap={2}>
            <input
              type="checkbox"
              checked={field.validate?.required ?? false}
              onChange={(event) =>
                set({ validate: { ...field.validate, required: event.target.checked || undefined } })
              }
            />
            <Typography>{t('forms.required')}</Typography>
          </Flex>
          <Field.Root name="hint">
            <Field.Label>{t('forms.hint')}</Field.Label>
            <TextInput
              size="S"
              maxLength={300}
              value={hint}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setHint(event.target.value)}
              onBlur={() => hint !== (field.description ?? '') && set({ description: hint.trim() || undefined })}
            />
          </Field.Root>
        </>
      )}
      {CHOICES.includes(field.type) && field.values && (
        <Field.Root name="values" hint={t('forms.valuesHint')}>
          <Field.Label>{t('forms.values')}</Field.Label>
          <Textarea
            value={lines}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setLines(event.target.value)}
            onBlur={() => {
              const values = valuesOf(lines, field.values ?? []);
              if (values.length > 0 && JSON.stringify(values) !== JSON.stringify(field.values)) set({ values });
            }}
          />
          <Field.Hint />
        </Field.Root>
      )}
      {field.type === 'datetime' && (
        <ChoiceField
          label={t('forms.dateKind')}
          value={String(field.subtype ?? 'date')}
          choices={(['date', 'datetime'] as const).map((one) => ({ value: one, label: t(`forms.dateKind.${one}`) }))}
          onChange={(subtype) =>
            set(
              subtype === 'datetime'
                ? { subtype, timeLabel: t('forms.time'), timeSerializingFormat: 'utc_offset', timeInterval: 15 }
                : { subtype, timeLabel: undefined, timeSerializingFormat: undefined, timeInterval: undefined },
            )
          }
        />
      )}
      <ShownWhenFields form={form} field={field} onChange={set} />
    </SideSection>
  );
};
