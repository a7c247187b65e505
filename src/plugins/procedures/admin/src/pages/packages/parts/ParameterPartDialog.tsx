import { Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { Bilingual } from '../../../../../shared/contracts';
import type { DraftParameterInput } from '../../../../../shared/draft-parts-contract';
import type { ParameterType } from '../../../../../shared/parameters-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';
import { ParameterField, sentValue } from '../../calendar/ParameterField';
import { linesOf } from '../../calendar/parameterWords';
import { ChoiceField } from '../modeler/ChoiceField';
import { PartTitle } from './PartList';

interface Props {
  path: string;
  start: DraftParameterInput;
  /** the article that limits it */
  law: string | null;
  /** what its allowed values are called */
  words: Record<string, Bilingual>;
  onClose(): void;
  onSaved(): void;
}

const TYPES: ParameterType[] = ['integer', 'string', 'boolean', 'list'];
const UNITS = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months'] as const;
const FIRST: Record<ParameterType, DraftParameterInput['default']> = {
  integer: 1,
  string: '',
  boolean: false,
  list: [],
};

/** A parameter in plain words. Its name is made by the server of its title, and stays. */
export const ParameterPartDialog = ({ path, start, law, words, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [input, setInput] = React.useState(start);
  const [options, setOptions] = React.useState((start.options ?? []).join('\n'));
  const set = (change: Partial<DraftParameterInput>) => setInput((last) => ({ ...last, ...change }));
  const listed = linesOf(options).map((one) => (input.type === 'integer' && /^-?\d+$/.test(one) ? Number(one) : one));
  const given = { ...input, options: listed.length > 0 ? listed : null };
  const row = {
    ...given,
    optionTitles: words,
    title: { vi: t('parts.parameters.default'), en: t('parts.parameters.default') },
    law,
  };
  const number = (name: 'min' | 'max', error?: string) => (
    <Field.Root name={name} error={error}>
      <Field.Label>{t(`parts.parameters.${name}`)}</Field.Label>
      <NumberInput
        value={input[name] ?? undefined}
        step={1}
        onValueChange={(value: number | undefined) => set({ [name]: value ?? null })}
      />
      <Field.Error />
    </Field.Root>
  );
  return (
    <ActDialog
      title={t(start.name ? 'parts.parameters.edit' : 'parts.parameters.add')}
      confirm={t('parts.save')}
      disabled={input.title.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await post(`${path}/parameters`, { ...given, default: sentValue(row, input.default) });
        onSaved();
      }}
    >
      {(errorOf) => (
        <>
          {law && <Typography textColor="neutral600">{t('parts.parameters.law', { law })}</Typography>}
          <PartTitle value={input.title} error={errorOf('title')} onChange={(title) => set({ title })} />
          {!start.name && (
            <ChoiceField
              label={t('parts.parameters.type')}
              required
              value={input.type}
              choices={TYPES.map((type) => ({ value: type, label: t(`parts.parameters.type.${type}`) }))}
              onChange={(type) => set({ type: type as ParameterType, default: FIRST[type as ParameterType] })}
            />
          )}
          {input.type === 'integer' && (
            <Flex gap={3} alignItems="flex-start" wrap="wrap">
              {number('min', errorOf('min'))}
              {number('max', errorOf('max'))}
              <ChoiceField
                label={t('parts.parameters.unit')}
                none={t('parts.parameters.noUnit')}
                value={input.unit ?? ''}
                choices={UNITS.map((unit) => ({ value: unit, label: t(`rules.unit.${unit}`) }))}
                onChange={(unit) => set({ unit: unit || null })}
              />
            </Flex>
          )}
          {input.type !== 'boolean' && (
            <TextField
              name="options"
              label={t('parts.parameters.options')}
              hint={t('parts.parameters.optionsHint')}
              value={options}
              onChange={setOptions}
            />
          )}
          <ParameterField
            row={row}
            value={input.default}
            error={errorOf('default')}
            onChange={(value) => set({ default: value })}
          />
          <TextField
            name="legalBasis"
            type="text"
            label={t('parts.law')}
            maxLength={400}
            value={input.legalBasis ?? ''}
            error={errorOf('legalBasis')}
            onChange={(legalBasis) => set({ legalBasis: legalBasis || null })}
          />
        </>
      )}
    </ActDialog>
  );
};
