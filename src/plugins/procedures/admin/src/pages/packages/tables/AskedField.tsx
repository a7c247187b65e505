import { Field, NumberInput, TextInput } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import { typeWords } from '../modeler/expressions/editorNames';
import type { AskedName } from './askedNames';

interface Props {
  asked: AskedName;
  value: unknown;
  onChange(value: unknown): void;
}

const TRUTHS = [true, false];

/** One value to try with, in the way that its kind is entered best. Nothing entered is null, as in a case. */
export const AskedField = ({ asked: { variable, texts }, value, onChange }: Props) => {
  const text = useText();
  const { t, pick } = text;
  const { name, type, options } = variable;
  const label = pick(variable.title) || name;
  const hint = label === name ? typeWords(type, text) : `${name} · ${typeWords(type, text)}`;
  const list = React.useId();
  if (type === 'boolean')
    return (
      <ChoiceField
        label={label}
        hint={hint}
        none={t('tables.try.null')}
        value={typeof value === 'boolean' ? String(value) : ''}
        choices={TRUTHS.map((one) => ({ value: String(one), label: t(`tables.try.${one}`) }))}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen === 'true')}
      />
    );
  if (options.length > 0)
    return (
      <ChoiceField
        label={label}
        hint={hint}
        none={t('tables.try.null')}
        value={typeof value === 'string' ? value : ''}
        choices={options}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      />
    );
  if (type === 'number')
    return (
      <Field.Root name={name} hint={hint}>
        <Field.Label>{label}</Field.Label>
        <NumberInput
          size="S"
          value={typeof value === 'number' ? value : undefined}
          onValueChange={(entered) => onChange(entered ?? null)}
        />
        <Field.Hint />
      </Field.Root>
    );
  if (type === 'string')
    return (
      <Field.Root name={name} hint={hint}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          size="S"
          list={texts.length > 0 ? list : undefined}
          placeholder={t('tables.try.null')}
          value={typeof value === 'string' ? value : ''}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value || null)}
        />
        <datalist id={list}>
          {texts.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <Field.Hint />
      </Field.Root>
    );
  return <JsonField label={label} hint={hint} value={value} onChange={onChange} />;
};

interface JsonProps {
  label: string;
  hint: string;
  value: unknown;
  onChange(value: unknown): void;
}

/** Lists and contexts as JSON; what is none is taken as a text where anything goes. */
const JsonField = ({ label, hint, value, onChange }: JsonProps) => {
  const { t } = useText();
  const [written, setWritten] = React.useState(value === null || value === undefined ? '' : JSON.stringify(value));
  const [isWrong, setWrong] = React.useState(false);
  return (
    <Field.Root name={label} hint={hint} error={isWrong ? t('tables.try.jsonWrong') : undefined}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        size="S"
        placeholder={t('tables.try.null')}
        value={written}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
          setWritten(event.target.value);
          const parsed = parse(event.target.value);
          setWrong(parsed === undefined);
          if (parsed !== undefined) onChange(parsed);
        }}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};

/** undefined: no JSON. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
