import { Box, Button, Link, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';

import type { IncidentView } from '../../../../shared/contracts';
import { readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { incidentWords } from './incidentWords';
import { Line } from './OperationsGrid';

interface Props {
  incidents: IncidentView[];
  /** of one instance, on its own page: where it is mended */
  isOwnPage?: boolean;
  onChanged(): void;
}

export const Incidents = ({ incidents, isOwnPage = false, onChanged }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [retrying, setRetrying] = React.useState<string | null>(null);

  const retry = async (key: string) => {
    setRetrying(key);
    try {
      await post(`/operations/incidents/${key}/retry`);
      toggleNotification({ type: 'success', message: t('operations.retried') });
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      setRetrying(null);
      onChanged();
    }
  };

  return (
    <Card title={t('operations.incidents')}>
      {incidents.length === 0 && <Typography textColor="neutral600">{t('operations.noIncidents')}</Typography>}
      <ul>
        {incidents.map((incident) => (
          <Line key={incident.key}>
            <Box style={{ flex: '1 1 30rem', minWidth: 0 }}>
              <Typography fontWeight="bold" tag="p">
                {[incident.elementTitle ?? incident.elementId, incident.bookNo].filter(Boolean).join(' · ')}
              </Typography>
              <Typography tag="p">{pick(incidentWords(incident))}</Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {formatInstant(incident.createdAt)}
              </Typography>
              <Box tag="details" paddingBottom={1}>
                <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
                  {t('operations.engineSays')}
                </Typography>
                <Typography variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
                  {incident.message}
                </Typography>
              </Box>
              {incident.caseId && !isOwnPage && (
                <Link tag={RouterLink} to={`${PAGES_ROOT}/operations/instances/${incident.caseId}`}>
                  {t('operations.openInstance')}
                </Link>
              )}{' '}
              {/^(HTTP|CONNECTION)_/.test(incident.message) && (
                <Link tag={RouterLink} to={`${PAGES_ROOT}/integration?tab=connections`}>
                  {t('operations.toConnections')}
                </Link>
              )}
            </Box>
            <Button
              variant="secondary"
              startIcon={<ArrowClockwise />}
              loading={retrying === incident.key}
              disabled={retrying !== null}
              onClick={() => void retry(incident.key)}
            >
              {t('action.retry')}
            </Button>
          </Line>
        ))}
      </ul>
    </Card>
  );
};
