import { Field, NumberInput } from '@strapi/design-system';

import type { ParameterContent, ParameterRow } from '../../../../shared/parameters-contract';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { ChoiceField } from '../packages/modeler/ChoiceField';
import { ManyField } from '../packages/modeler/ManyField';
import { linesOf, useParameterText } from './parameterWords';

type Allowed = Pick<ParameterRow, 'title' | 'type' | 'options' | 'optionTitles' | 'unit' | 'min' | 'max' | 'law'>;

interface Props {
  row: Allowed;
  /** a list as its text, one entry a line, while it is typed */
  value: ParameterContent;
  error?: string;
  onChange(value: ParameterContent): void;
}

/** The one control that fits what a parameter may be. */
export const ParameterField = ({ row, value, error, onChange }: Props) => {
  const { t, pick } = useText();
  const { unitText, wordsOf } = useParameterText();
  const label = pick(row.title);
  const choices = (row.options ?? []).map((one) => ({ value: String(one), label: wordsOf(row, one) }));
  const given = (chosen: string) => row.options?.find((one) => String(one) === chosen) ?? chosen;
  if (row.type === 'boolean')
    return (
      <ChoiceField
        label={label}
        value={String(value)}
        choices={[
          { value: 'true', label: t('parameters.yes') },
          { value: 'false', label: t('parameters.no') },
        ]}
        onChange={(chosen) => onChange(chosen === 'true')}
      />
    );
  if (row.type === 'list' && row.options)
    return (
      <ManyField
        label={label}
        value={[value].flat().map(String)}
        choices={choices}
        onChange={(chosen) => onChange(chosen.map(given))}
      />
    );
  if (row.options)
    return (
      <ChoiceField label={label} value={String(value)} choices={choices} onChange={(one) => onChange(given(one))} />
    );
  if (row.type === 'integer')
    return (
      <Field.Root name="value" required hint={limitsText()} error={error}>
        <Field.Label style={{ whiteSpace: 'normal' }}>{[label, unitText(row)].filter(Boolean).join(', ')}</Field.Label>
        <NumberInput
          value={typeof value === 'number' ? value : undefined}
          step={1}
          onValueChange={(next: number | undefined) => onChange(next ?? '')}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  return (
    <TextField
      name="value"
      label={label}
      type={row.type === 'list' ? 'area' : 'text'}
      hint={row.type === 'list' ? t('parameters.lines') : undefined}
      value={[value].flat().map(String).join('\n')}
      error={error}
      onChange={(text) => onChange(row.type === 'list' ? text.split('\n') : text)}
    />
  );

  function limitsText(): string | undefined {
    if (row.min === null && row.max === null) return undefined;
    const limits = t('parameters.limits', { min: row.min ?? '…', max: row.max ?? '…' });
    return row.law ? `${limits} (${row.law})` : limits;
  }
};

/** What is sent: a list without empty lines. */
export const sentValue = (row: Pick<ParameterRow, 'type' | 'options'>, value: ParameterContent): ParameterContent =>
  row.type === 'list' && !row.options ? linesOf([value].flat().join('\n')) : value;
