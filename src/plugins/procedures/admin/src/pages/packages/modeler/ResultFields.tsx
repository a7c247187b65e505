import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import * as React from 'react';

import { RESULT_TYPES, type ResultField } from '../../../../../shared/service-tasks-contract';
import { FieldGroup } from '../../../components/FieldGroup';
import { useText } from '../../../text/useText';
import { freeKey } from './blocks/freeKey';
import { ChoiceField } from './ChoiceField';
import { rowsIn } from './rowsIn';

interface Props {
  label: string;
  hint?: string;
  /** JSON, as the drawing keeps it */
  value: string;
  onChange(value: string): void;
  /** while words are typed; absent: as any change */
  onType?(value: string): void;
}

/** What is taken from an answer: words for it, where the answer has it, of which kind. Its key is made of the words. */
export const ResultFields = ({ label, hint, value, onChange, onType = onChange }: Props) => {
  const { t } = useText();
  const rows = rowsIn<ResultField>(value);
  // A result that was there keeps its key: conditions may name it.
  const [kept] = React.useState(() => new Set(rows.map((one) => one.name)));
  const textOf = (next: ResultField[]) => (next.length > 0 ? JSON.stringify(next) : '');
  const withMore = (at: number, more: Partial<ResultField>) =>
    textOf(rows.map((row, index) => (index === at ? { ...row, ...more } : row)));
  const rename = (at: number, title: string) => {
    const { name } = rows[at] as ResultField;
    const others = rows.filter((_row, index) => index !== at).map((one) => one.name);
    const key = kept.has(name) ? name : freeKey(title, '_', (taken) => others.includes(taken));
    onType(withMore(at, { title, name: key }));
  };
  const types = RESULT_TYPES.map((type) => ({ value: type, label: t(`modeler.result.${type}`) }));
  return (
    <FieldGroup legend={label} hint={hint}>
      {rows.map((row, at) => (
        <Flex key={`${at}`} gap={2} alignItems="flex-end" wrap="wrap">
          <Box style={{ flex: '1 1 14rem' }}>
            <Field.Root name={`result-title-${at}`} required>
              <Field.Label>{t('modeler.result.title', { number: at + 1 })}</Field.Label>
              <TextInput
                size="S"
                maxLength={80}
                value={row.title ?? row.name}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => rename(at, event.target.value)}
              />
            </Field.Root>
          </Box>
          <Box style={{ flex: '1 1 14rem' }}>
            <Field.Root name={`result-path-${at}`} required>
              <Field.Label>{t('modeler.result.path', { number: at + 1 })}</Field.Label>
              <TextInput
                size="S"
                maxLength={120}
                placeholder="data.ketQua"
                value={row.path}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  onType(withMore(at, { path: event.target.value.trim() }))
                }
              />
            </Field.Root>
          </Box>
          <Box style={{ flex: '1 1 10rem' }}>
            <ChoiceField
              label={t('modeler.result.type', { number: at + 1 })}
              value={row.type}
              choices={types}
              onChange={(type) => onChange(withMore(at, { type: type as ResultField['type'] }))}
            />
          </Box>
          <Button
            size="S"
            variant="danger-light"
            aria-label={t('modeler.result.removeThis', { title: row.title ?? row.name })}
            onClick={() => onChange(textOf(rows.filter((_row, index) => index !== at)))}
          >
            {t('modeler.result.remove')}
          </Button>
        </Flex>
      ))}
      <Box>
        <Button
          size="S"
          variant="tertiary"
          onClick={() => {
            const words = t('modeler.result.new');
            const name = freeKey(words, '_', (key) => rows.some((one) => one.name === key));
            onChange(textOf([...rows, { name, title: words, type: 'string', path: '' }]));
          }}
        >
          {t('modeler.result.add')}
        </Button>
      </Box>
    </FieldGroup>
  );
};
