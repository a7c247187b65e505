import { Flex, Typography } from '@strapi/design-system';

import type { ProposedTrials } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

const COLOURS = { HELD: 'success700', FAILED: 'danger700', STALE: 'warning700', NOT_TRIED: 'neutral600' } as const;
const MARKS = { HELD: '✓', FAILED: '✗', STALE: '~', NOT_TRIED: '–' } as const;

/** How the scenarios stood when it was proposed, and why it was proposed all the same. */
export const ProposedTrialsCard = ({ trials }: { trials: ProposedTrials }) => {
  const { t, pick } = useText();
  return (
    <Card title={t('trials.proposedTitle')}>
      {trials.scenarios.length === 0 && <Typography textColor="neutral600">{t('trials.none')}</Typography>}
      <ul>
        {trials.scenarios.map((one) => (
          <li key={one.file}>
            <Flex gap={2} wrap="wrap">
              <Typography textColor={COLOURS[one.state]}>
                <span aria-hidden>{MARKS[one.state]} </span>
                {t(`trials.proposed.${one.state}`)}
              </Typography>
              <Typography>{pick(one.title)}</Typography>
              {one.ranAt && (
                <Typography variant="pi" textColor="neutral600">
                  {formatInstant(one.ranAt)}
                </Typography>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      {trials.reason && (
        <Typography tag="p" paddingTop={2}>
          {t('trials.proposedReason', { reason: trials.reason })}
        </Typography>
      )}
    </Card>
  );
};
