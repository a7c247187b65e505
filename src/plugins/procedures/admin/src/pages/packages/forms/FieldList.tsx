import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { styled } from 'styled-components';

import { useText } from '../../../text/useText';
import { type FormField, type FormFile, KINDS, moveField, removeField, wordsOf } from './formModel';

const Entry = styled.button`
  flex: 1;
  min-width: 0;
  padding: 4px 8px;
  border-radius: 4px;
  text-align: left;
  cursor: pointer;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

/** What can be added, and what forms hold besides. */
const SHOWN = [...KINDS, 'taglist', 'group', 'dynamiclist'] as const;
type Shown = (typeof SHOWN)[number];

interface Props {
  form: FormFile;
  chosen: string | null;
  onChoose(id: string): void;
  onChange(form: FormFile): void;
}

/** The fields in their order; a field is moved by buttons, so without a mouse too. */
export const FieldList = ({ form, chosen, onChoose, onChange }: Props) => {
  const { t } = useText();
  const kindWords = (type: string) =>
    SHOWN.includes(type as Shown) ? t(`forms.kind.${type as Shown}`) : t('forms.kind.other', { type });
  const rows = (fields: FormField[]) => (
    <ol>
      {fields.map((field, at) => {
        const words = wordsOf(field);
        return (
          <li key={field.id ?? at} style={{ paddingLeft: 0 }}>
            <Flex gap={1} alignItems="center">
              <Entry type="button" aria-pressed={field.id === chosen} onClick={() => onChoose(field.id)}>
                <Typography tag="p" fontWeight={field.id === chosen ? 'semiBold' : 'regular'}>
                  {words}
                  {field.validate?.required ? ' *' : ''}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {kindWords(field.type)}
                </Typography>
              </Entry>
              {field.id === chosen && (
                <>
                  <IconButton
                    size="XS"
                    label={t('forms.up', { words })}
                    disabled={at === 0}
                    onClick={() => onChange(moveField(form, field.id, -1))}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    size="XS"
                    label={t('forms.down', { words })}
                    disabled={at === fields.length - 1}
                    onClick={() => onChange(moveField(form, field.id, 1))}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    size="XS"
                    label={t('forms.remove', { words })}
                    onClick={() => onChange(removeField(form, field.id))}
                  >
                    <Trash />
                  </IconButton>
                </>
              )}
            </Flex>
            {field.components && <Box paddingLeft={3}>{rows(field.components)}</Box>}
          </li>
        );
      })}
    </ol>
  );
  return (
    <Box
      tag="section"
      aria-label={t('forms.fields')}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={2}
    >
      {form.components.length === 0 ? <Typography>{t('forms.none')}</Typography> : rows(form.components)}
    </Box>
  );
};
