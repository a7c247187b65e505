/** The fields of the dialogs: a label, the control, and the server's word when it refuses it. */
import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import { useText } from '../../text/useText';
import type { FormState } from './useFormState';

interface Common {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
}

const Frame = ({ form, name, label, hint, required, children }: Common & { children: React.ReactNode }) => {
  const { pick } = useText();
  const fault = form.faultOf(name);
  return (
    <Field.Root name={name} required={required} hint={hint} error={fault ? pick(fault) : undefined}>
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export const TextField = (props: Common & { type?: 'text' | 'email' | 'datetime-local' }) => (
  <Frame {...props}>
    <TextInput
      type={props.type ?? 'text'}
      value={props.form.text(props.name)}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => props.form.set(props.name, event.target.value)}
    />
  </Frame>
);

export const LongTextField = (props: Common) => (
  <Frame {...props}>
    <Textarea
      value={props.form.text(props.name)}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => props.form.set(props.name, event.target.value)}
    />
  </Frame>
);

export interface Choice {
  value: string;
  label: string;
}

export const ChoiceField = ({ choices, ...props }: Common & { choices: Choice[] }) => {
  const { t } = useText();
  return (
    <Frame {...props}>
      <SingleSelect
        placeholder={t('form.choose')}
        value={props.form.text(props.name) || undefined}
        onChange={(value) => props.form.set(props.name, String(value))}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Frame>
  );
};

export const ManyField = ({ choices, ...props }: Common & { choices: Choice[] }) => {
  const chosen = props.form.list(props.name);
  return (
    <Frame {...props}>
      <Flex direction="column" alignItems="flex-start" gap={1} role="group" aria-label={props.label}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onCheckedChange={(checked: boolean | 'indeterminate') =>
              props.form.set(
                props.name,
                checked === true ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value),
              )
            }
          >
            {choice.label}
          </Checkbox>
        ))}
      </Flex>
    </Frame>
  );
};

export const FlagField = ({ form, name, label }: Common) => {
  const { pick } = useText();
  const fault = form.faultOf(name);
  return (
    <Field.Root name={name} error={fault ? pick(fault) : undefined}>
      <Checkbox
        checked={form.flag(name)}
        onCheckedChange={(checked: boolean | 'indeterminate') => form.set(name, checked === true)}
      >
        {label}
      </Checkbox>
      <Field.Error />
    </Field.Root>
  );
};
