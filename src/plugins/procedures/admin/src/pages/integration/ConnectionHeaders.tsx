import { Box, Button, Checkbox, Flex } from '@strapi/design-system';

import type { ConnectionBody } from '../../../../shared/service-tasks-contract';
import { FieldGroup } from '../../components/FieldGroup';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';

type Header = ConnectionBody['headers'][number];

interface Props {
  headers: Header[];
  errorOf(path: string): string | undefined;
  onChange(headers: Header[]): void;
}

/** What goes along with every call. A secret is typed once: after it is saved nobody sees it again, and leaving it empty keeps it. */
export const ConnectionHeaders = ({ headers, errorOf, onChange }: Props) => {
  const { t } = useText();
  const set = (at: number, more: Partial<Header>) =>
    onChange(headers.map((one, index) => (index === at ? { ...one, ...more } : one)));
  return (
    <FieldGroup legend={t('connections.headers')} hint={t('connections.headersHint')}>
      {headers.map((header, at) => (
        <Flex key={`${at}`} gap={3} alignItems="flex-start" wrap="wrap">
          <Box style={{ flex: '1 1 14rem' }}>
            <TextField
              name={`header-name-${at}`}
              type="text"
              label={t('connections.header.name', { number: at + 1 })}
              value={header.name}
              maxLength={60}
              error={errorOf(`headers.${at}`)}
              onChange={(name) => set(at, { name })}
            />
          </Box>
          <Box style={{ flex: '1 1 18rem' }}>
            <TextField
              name={`header-value-${at}`}
              type="text"
              label={t('connections.header.value', { number: at + 1 })}
              hint={header.secret && header.value === undefined ? t('connections.header.kept') : undefined}
              value={header.value ?? ''}
              maxLength={2000}
              onChange={(value) => set(at, { value: value === '' && header.secret ? undefined : value })}
            />
          </Box>
          <Flex gap={3} paddingTop={6}>
            <Checkbox
              checked={header.secret === true}
              onCheckedChange={(on: boolean | 'indeterminate') => set(at, { secret: on === true })}
            >
              {t('connections.header.secret')}
            </Checkbox>
            <Button
              size="S"
              variant="danger-light"
              aria-label={t('connections.header.removeThis', { name: header.name || String(at + 1) })}
              onClick={() => onChange(headers.filter((_one, index) => index !== at))}
            >
              {t('connections.header.remove')}
            </Button>
          </Flex>
        </Flex>
      ))}
      <Box>
        <Button
          size="S"
          variant="tertiary"
          disabled={headers.length >= 10}
          onClick={() =>
            onChange([...headers, { name: headers.length === 0 ? 'Authorization' : '', value: '', secret: true }])
          }
        >
          {t('connections.header.add')}
        </Button>
      </Box>
    </FieldGroup>
  );
};
