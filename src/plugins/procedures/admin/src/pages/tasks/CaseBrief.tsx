import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { CaseSummary } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { FactList } from '../../components/FactList';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** The case of a task in six lines, and the way to all of it. */
export const CaseBrief = ({ summary }: { summary: CaseSummary }) => {
  const { t, pick } = useText();
  return (
    <Card
      title={t('case.one')}
      aside={
        <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${summary.id}`}>
          {t('case.open')}
        </Link>
      }
    >
      <Typography tag="p" paddingBottom={2} style={{ overflowWrap: 'anywhere' }}>
        {summary.title}
      </Typography>
      <FactList
        facts={[
          [t('case.bookNo'), summary.bookNo],
          [t('case.state'), pick(summary.stateTitle) || summary.state],
          [t('case.handlingUnit'), summary.handlingUnitName ?? summary.handlingUnit],
          [t('case.originUnit'), summary.originUnitName ?? summary.originUnit],
          [t('case.receivedAt'), formatInstant(summary.receivedAt)],
        ]}
      />
    </Card>
  );
};
