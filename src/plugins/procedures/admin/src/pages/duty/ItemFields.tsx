import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type * as React from 'react';

import type { HandOverItem } from '../../../../shared/duty-contract';
import { useText } from '../../text/useText';

interface Props {
  items: HandOverItem[];
  /** they are being sent */
  locked: boolean;
  onChange(items: HandOverItem[]): void;
}

/** Keys, seals, vehicles, papers: what goes from hand to hand. */
export const ItemFields = ({ items, locked, onChange }: Props) => {
  const { t } = useText();
  const set = (index: number, change: Partial<HandOverItem>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  const field = (index: number, name: keyof HandOverItem, label: string, grow: string) => (
    <Field.Root name={`item-${index}-${name}`} style={{ flex: grow }}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={items[index]?.[name] ?? ''}
        readOnly={locked}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(index, { [name]: event.target.value })}
      />
    </Field.Root>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {t('handOver.items')}
      </Typography>
      {items.map((_, index) => (
        // Lines have no other identity than their place; every field is given its value.
        <Flex key={index} gap={3} wrap="wrap" alignItems="flex-end">
          {field(index, 'title', t('handOver.itemTitle'), '1 1 18rem')}
          {field(index, 'note', t('handOver.itemNote'), '2 1 24rem')}
          <Button
            variant="tertiary"
            startIcon={<Trash />}
            disabled={locked}
            onClick={() => onChange(items.filter((__, at) => at !== index))}
          >
            {t('handOver.removeItem', { at: index + 1 })}
          </Button>
        </Flex>
      ))}
      <div>
        <Button
          variant="tertiary"
          startIcon={<Plus />}
          disabled={locked}
          onClick={() => onChange([...items, { title: '', note: '' }])}
        >
          {t('handOver.addItem')}
        </Button>
      </div>
    </Flex>
  );
};
