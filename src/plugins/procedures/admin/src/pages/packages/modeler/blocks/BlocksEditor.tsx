import { Box, Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import * as React from 'react';

import type { Block, BlocksFile } from '../../../../../../shared/blocks-contract';
import { useText } from '../../../../text/useText';
import type { EditorProps } from '../../editorProps';
import { SideSection } from '../../SideSection';
import { BlockFields } from './BlockFields';
import { freeKey } from './freeKey';

/** The ready-made steps as a list: reworded, put in order, taken out, and new ones made from those that are there. */
const BlocksEditor = ({ text, draft, aside, onChange, onUnreadable }: EditorProps) => {
  const { t, pick } = useText();
  const [file, setFile] = React.useState(() => readBlocks(text));
  const [chosen, setChosen] = React.useState<string | null>(null);
  const isReadable = file !== null;
  React.useEffect(() => {
    if (!isReadable) onUnreadable(t('blocks.unreadable'));
  }, [isReadable, onUnreadable, t]);
  if (!file) return null;
  const change = (blocks: Block[]) => {
    const next = { ...file, blocks };
    setFile(next);
    onChange(`${JSON.stringify(next, null, 2)}\n`);
  };
  const block = file.blocks.find((one) => one.id === chosen) ?? null;
  const set = (more: Partial<Block>) => change(file.blocks.map((one) => (one === block ? { ...one, ...more } : one)));
  const move = (at: number, by: -1 | 1) => {
    const blocks = [...file.blocks];
    const [taken] = blocks.splice(at, 1);
    if (taken) blocks.splice(at + by, 0, taken);
    change(blocks);
  };
  const copy = (from: Block) => {
    const words = t('blocks.copyOf', { title: pick(from.title) });
    const id = freeKey(words, '-', (key) => file.blocks.some((one) => one.id === key));
    change([...file.blocks, { ...structuredClone(from), id, title: { vi: words, en: words } }]);
    setChosen(id);
  };
  type Change = React.ChangeEvent<HTMLInputElement>;
  return (
    <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
      <Box
        tag="section"
        aria-label={t('modeler.blocks')}
        background="neutral0"
        hasRadius
        borderColor="neutral150"
        padding={3}
        style={{ flex: 1, minWidth: 0, overflowY: 'auto' }}
      >
        <Typography tag="p" textColor="neutral600">
          {t('blocks.about')}
        </Typography>
        <ol>
          {file.blocks.map((one, at) => (
            <Flex tag="li" key={one.id} gap={2} paddingTop={2} alignItems="flex-start" wrap="wrap">
              <Button
                size="S"
                variant={one.id === chosen ? 'secondary' : 'tertiary'}
                aria-pressed={one.id === chosen}
                onClick={() => setChosen(one.id)}
              >
                {pick(one.title)}
              </Button>
              <Typography variant="pi" textColor="neutral600" style={{ flex: '1 1 16rem' }}>
                {pick(one.about)}
              </Typography>
              <IconButton
                size="XS"
                label={t('forms.up', { words: pick(one.title) })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                size="XS"
                label={t('forms.down', { words: pick(one.title) })}
                disabled={at === file.blocks.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                size="XS"
                label={t('blocks.remove', { title: pick(one.title) })}
                onClick={() => change(file.blocks.filter((other) => other !== one))}
              >
                <Trash />
              </IconButton>
            </Flex>
          ))}
        </ol>
      </Box>
      <Flex direction="column" alignItems="stretch" gap={3} style={{ width: '36rem', flex: 'none', overflowY: 'auto' }}>
        {block && (
          <SideSection title={t('blocks.chosen')} spaced>
            <Button size="S" variant="secondary" onClick={() => copy(block)}>
              {t('blocks.copy')}
            </Button>
            {(['title', 'about'] as const).map((which) => (
              <Field.Root key={which} name={which} required>
                <Field.Label>{t(which === 'title' ? 'blocks.title' : 'blocks.about.label')}</Field.Label>
                <TextInput
                  size="S"
                  maxLength={400}
                  value={block[which].vi}
                  onChange={(event: Change) =>
                    set({ [which]: { vi: event.target.value, en: event.target.value } } as Partial<Block>)
                  }
                />
              </Field.Root>
            ))}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('blocks.defaults')}
            </Typography>
            <BlockFields
              key={block.id}
              block={{ ...block, fields: block.fields.map((one) => ({ ...one, required: false, fixed: false })) }}
              draft={draft}
              steps={[]}
              values={Object.fromEntries(block.fields.map((field) => [field.id, field.default ?? '']))}
              onChange={(values) =>
                set({
                  fields: block.fields.map(({ default: _before, ...field }) =>
                    values[field.id] ? { ...field, default: values[field.id] } : field,
                  ),
                })
              }
            />
          </SideSection>
        )}
        {aside}
      </Flex>
    </Flex>
  );
};

function readBlocks(text: string): BlocksFile | null {
  try {
    const file: unknown = JSON.parse(text);
    return Array.isArray((file as BlocksFile | null)?.blocks) ? (file as BlocksFile) : null;
  } catch {
    return null;
  }
}

export default BlocksEditor;
