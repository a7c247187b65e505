import { Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { Block, BlockField } from '../../../../../../shared/blocks-contract';
import type { Choice, DraftView } from '../../../../../../shared/packages-contract';
import { LONGEST_NOTICE } from '../../../../../../shared/service-tasks-contract';
import { useText } from '../../../../text/useText';
import { ChoiceField } from '../ChoiceField';
import { ManyField } from '../ManyField';
import { ResultFields } from '../ResultFields';
import { SentFields } from '../SentFields';
import { TemplateField } from '../TemplateField';
import { NEW_FORM } from './startForm';

interface Props {
  block: Block;
  draft: DraftView;
  /** user tasks of the drawing */
  steps: Choice[];
  values: Record<string, string>;
  onChange(values: Record<string, string>): void;
}

/** What the block needs, each by a list of this tenant and this package. */
export const BlockFields = ({ block, draft, steps, values, onChange }: Props) => {
  const { t, pick } = useText();
  const { choices } = draft;
  const listOf = (field: BlockField): Choice[] => {
    if (field.kind === 'group') return choices.groups;
    if (field.kind === 'recipient') return choices.recipients;
    if (field.kind === 'connection') return choices.connections;
    if (field.kind === 'clock') return choices.clocks;
    if (field.kind === 'document') return choices.documents;
    if (field.kind === 'process') return choices.processes;
    if (field.kind === 'step') return steps;
    if (field.kind === 'choice')
      return (field.options ?? []).map(({ value, title }) => ({ value, label: pick(title) }));
    return field.starter ? [{ value: NEW_FORM, label: t('modeler.newForm') }, ...choices.forms] : choices.forms;
  };
  // What leaves the house is what the chosen connection allows.
  const connectionField = block.fields.find((field) => field.kind === 'connection');
  const chosen = connectionField && choices.connections.find((one) => one.value === values[connectionField.id]);
  const sendable = chosen ? choices.variables.filter((one) => chosen.sends.includes(one.value)) : [];
  /** A list that is empty says how it gets its first entry. */
  const missing = (field: BlockField): string | undefined => {
    if (field.kind === 'connection' && choices.connections.length === 0) return t('modeler.http.noConnection');
    return field.kind === 'process' && choices.processes.length === 0 ? t('modeler.noProcess') : undefined;
  };
  return (
    <>
      {block.fields.map((field) => {
        const set = (value: string) => onChange({ ...values, [field.id]: value });
        const shared = {
          label: pick(field.title),
          required: field.required ?? false,
          hint: missing(field) ?? (field.hint ? pick(field.hint) : undefined),
          disabled: field.fixed ?? false,
        };
        const value = values[field.id] ?? '';
        if (field.kind === 'results') return <ResultFields key={field.id} {...shared} value={value} onChange={set} />;
        if (field.kind === 'sent')
          return <SentFields key={field.id} {...shared} value={value} variables={sendable} onChange={set} />;
        if (field.kind === 'variables')
          return (
            <ManyField
              key={field.id}
              {...shared}
              value={value.split(',').filter(Boolean)}
              choices={choices.variables}
              onChange={(names) => set(names.join(','))}
            />
          );
        if (field.kind === 'template')
          return (
            <TemplateField
              key={field.id}
              {...shared}
              value={value}
              variables={connectionField ? sendable : choices.variables}
              maxLength={LONGEST_NOTICE}
              onChange={set}
            />
          );
        return field.kind === 'text' ? (
          <Field.Root key={field.id} name={field.id} required={shared.required} hint={shared.hint}>
            <Field.Label>{shared.label}</Field.Label>
            <TextInput
              size="S"
              maxLength={120}
              disabled={shared.disabled}
              value={values[field.id] ?? ''}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(event.target.value)}
            />
            {shared.hint && <Field.Hint />}
          </Field.Root>
        ) : (
          <ChoiceField
            key={field.id}
            {...shared}
            value={values[field.id] ?? ''}
            choices={listOf(field)}
            none={field.required ? undefined : t('modeler.none')}
            onChange={set}
          />
        );
      })}
    </>
  );
};
