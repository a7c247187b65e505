import { Box, LinkButton, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { WaitingMerges as Waiting } from '../../../../../shared/case-links-contract';
import { Card } from '../../../components/Card';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

/** On the pages that a head begins the day with: merges that wait for this reader; nothing where none does. */
export const WaitingMerges = ({ merges: data }: { merges: Waiting | null }) => {
  const { t } = useText();
  if (!data || data.items.length === 0) return null;
  const nameOf = ({ bookNo, title }: Waiting['items'][number]['case']) =>
    [bookNo ?? t('links.noNumber'), title].filter(Boolean).join(' – ');
  return (
    <Box paddingBottom={4}>
      <Card title={`${t('links.waiting')} (${data.items.length})`} flush>
        <ul>
          {data.items.map((item) => (
            <Box
              tag="li"
              key={item.id}
              padding={4}
              paddingTop={3}
              paddingBottom={3}
              borderColor="neutral150"
              borderStyle="solid"
              borderWidth="1px 0 0 0"
              style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' }}
            >
              <Box style={{ flex: '1 1 30rem', minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography tag="p" fontWeight="bold">
                  {t('links.waitingRow', { own: nameOf(item.case), into: nameOf(item.into) })}
                </Typography>
                <Typography tag="p">{item.reason}</Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {t('links.waitingBy', { name: item.by?.name ?? '–', at: formatInstant(item.at) })}
                </Typography>
              </Box>
              <LinkButton
                tag={RouterLink}
                to={`${PAGES_ROOT}/cases/${item.case.id}?tab=links`}
                size="S"
                variant="secondary"
              >
                {t('links.waitingOpen')}
              </LinkButton>
            </Box>
          ))}
        </ul>
      </Card>
    </Box>
  );
};
