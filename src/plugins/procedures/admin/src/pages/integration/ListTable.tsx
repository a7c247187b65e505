import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { ReconciliationRow, ReconciliationView } from '../../../../shared/integration-contract';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { PlainTable } from './PlainTable';

const HASH_SHOWN = 12;

export const ListTable = ({ list }: { list: ReconciliationView }) => {
  const { t } = useText();
  if (list.items.length === 0) return <Empty title={t('integration.lists.none')} />;
  return (
    <Card>
      <Typography tag="p" paddingBottom={2} textColor="neutral600">
        {t('integration.lists.count', { count: list.items.length, hash: list.hash.slice(0, HASH_SHOWN) })}
      </Typography>
      <OurRows rows={list.items} />
    </Card>
  );
};

export const OurRows = ({ rows }: { rows: ReconciliationRow[] }) => {
  const { t } = useText();
  return (
    <PlainTable
      headers={[
        t('integration.lists.bookNo'),
        t('integration.lists.reference'),
        t('integration.lists.receivedAt'),
        t('integration.lists.state'),
      ]}
      rows={rows.map((row) => ({
        key: row.caseId,
        cells: [
          <Link key="case" tag={RouterLink} to={`${PAGES_ROOT}/cases/${row.caseId}`}>
            {row.bookNo ?? t('case.open')}
          </Link>,
          row.reference ?? '–',
          formatInstant(row.receivedAt),
          row.state,
        ],
      }))}
    />
  );
};
