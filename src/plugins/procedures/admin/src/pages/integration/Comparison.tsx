import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { ComparisonView } from '../../../../shared/integration-contract';
import { readProblem } from '../../api/problem';
import { put } from '../../api/send';
import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { OurRows } from './ListTable';
import { PlainTable } from './PlainTable';

interface Props {
  comparison: ComparisonView;
  system: string;
}

type Different = ComparisonView['different'][number];

export const Comparison = ({ comparison, system }: Props) => {
  const { t } = useText();
  const { matched, different, onlyHere, onlyThere, twiceThere } = comparison;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p" role="status">
        {t('integration.lists.matched', { count: matched })}. {t('integration.lists.unchanged')}
      </Typography>
      {different.length > 0 && (
        <Card title={t('integration.lists.different', { count: different.length })}>
          <PlainTable
            headers={[t('integration.lists.bookNo'), t('integration.lists.reference'), t('integration.lists.state')]}
            rows={different.map((row) => ({
              key: row.caseId,
              cells: [row.bookNo ?? '–', row.reference, <Fields key="fields" row={row} system={system} />],
            }))}
          />
        </Card>
      )}
      {onlyHere.length > 0 && (
        <Card title={t('integration.lists.onlyHere', { count: onlyHere.length })}>
          <OurRows rows={onlyHere} />
        </Card>
      )}
      {onlyThere.length > 0 && (
        <Card title={t('integration.lists.onlyThere', { count: onlyThere.length })}>
          <PlainTable
            headers={[
              t('integration.lists.reference'),
              t('integration.lists.bookNo'),
              t('integration.lists.receivedAt'),
              t('integration.lists.state'),
            ]}
            rows={onlyThere.map((row) => ({
              key: row.reference,
              cells: [row.reference, row.bookNo ?? '–', received(row.receivedAt), row.state ?? '–'],
            }))}
          />
        </Card>
      )}
      {twiceThere.length > 0 && (
        <Card title={t('integration.lists.twiceThere', { count: twiceThere.length })}>
          <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
            {twiceThere.join(', ')}
          </Typography>
        </Card>
      )}
    </Flex>
  );
};

/** A list may give the day alone. */
const received = (moment: string | null | undefined) =>
  /^\d{4}-\d{2}-\d{2}$/.test(moment ?? '') ? String(moment).split('-').reverse().join('/') : formatInstant(moment);

/** What differs, in words; a number of theirs that we do not know yet is recorded by a click. */
const Fields = ({ row, system }: { row: Different; system: string }) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [recorded, setRecorded] = React.useState(false);
  const shown = (field: string, value: string | null) =>
    value === null ? t('integration.lists.nothing') : field === 'receivedAt' ? received(value) : value;
  const labels: Record<string, string> = {
    reference: t('integration.lists.reference'),
    bookNo: t('integration.lists.bookNo'),
    receivedAt: t('integration.lists.receivedAt'),
    state: t('integration.lists.state'),
  };
  const record = async () => {
    try {
      await put(`/cases/${row.caseId}/references/${encodeURIComponent(system)}`, { reference: row.reference });
      setRecorded(true);
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    }
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {row.fields.map(({ field, here, there }) => (
        <span key={field}>
          {t('integration.lists.differs', {
            field: labels[field] ?? field,
            here: shown(field, here),
            there: shown(field, there),
          })}
        </span>
      ))}
      {row.fields.some(({ field }) => field === 'reference') && (
        <Button size="S" variant="tertiary" disabled={recorded} onClick={() => void record()}>
          {t('integration.lists.record', { reference: row.reference })}
        </Button>
      )}
    </Flex>
  );
};
