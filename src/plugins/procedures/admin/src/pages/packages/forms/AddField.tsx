import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';

import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import { KINDS, type Kind } from './formModel';

interface Props {
  onAdd(kind: Kind, words: string): void;
  canUndo: boolean;
  onUndo(): void;
}

/** A new field: what it asks, and how it is answered. Its key is made out of the words. */
export const AddField = ({ onAdd, canUndo, onUndo }: Props) => {
  const { t } = useText();
  const [words, setWords] = React.useState('');
  const [kind, setKind] = React.useState<Kind>('textfield');
  const add = () => {
    if (!words.trim()) return;
    onAdd(kind, words.trim());
    setWords('');
  };
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150" padding={3}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root name="newField">
          <Field.Label>{t('forms.question')}</Field.Label>
          <TextInput
            size="S"
            maxLength={200}
            value={words}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setWords(event.target.value)}
            onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && add()}
          />
        </Field.Root>
        <ChoiceField
          label={t('forms.kind')}
          value={kind}
          choices={KINDS.map((one) => ({ value: one, label: t(`forms.kind.${one}`) }))}
          onChange={(next) => setKind(next as Kind)}
        />
        <Flex gap={2}>
          <Button size="S" startIcon={<Plus />} disabled={!words.trim()} onClick={add}>
            {t('forms.add')}
          </Button>
          <Button size="S" variant="tertiary" disabled={!canUndo} onClick={onUndo}>
            {t('packages.undo')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
