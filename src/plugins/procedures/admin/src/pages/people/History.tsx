import { Box, Typography } from '@strapi/design-system';

import type { ChangeView } from '../../../../shared/people-contract';
import { Card } from '../../components/Card';
import { type TextKey, useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { vi } from '../../translations/vi';

/** What was changed, by whom, when, why; the old value and the new one. */
export const History = ({ changes }: { changes: ChangeView[] }) => {
  const { t } = useText();
  const words = (key: string, otherwise: string) => (key in vi ? t(key as TextKey) : otherwise);
  const values = (side: Record<string, unknown> | null) =>
    Object.entries(side ?? {})
      .filter(([name]) => `people.value.${name}` in vi)
      .map(([name, value]) => `${words(`people.value.${name}`, name)}: ${shown(value)}`)
      .join('; ');
  return (
    <Card title={t('people.history')}>
      {changes.map((change) => (
        <Box key={change.id} paddingTop={1} paddingBottom={2}>
          <Typography fontWeight="semiBold">{words(`people.change.${change.change}`, change.change)}</Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[formatInstant(change.at), change.by ?? t('people.byItself'), change.reason].filter(Boolean).join(' · ')}
          </Typography>
          {values(change.before) && (
            <Typography variant="pi" tag="p">
              {t('people.before', { values: values(change.before) })}
            </Typography>
          )}
          {values(change.after) && (
            <Typography variant="pi" tag="p">
              {t('people.after', { values: values(change.after) })}
            </Typography>
          )}
        </Box>
      ))}
    </Card>
  );
};

const INSTANT = /^\d{4}-\d\d-\d\dT/;

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return INSTANT.test(value) ? formatInstant(value) : value;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
