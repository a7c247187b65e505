import { Box, Button, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ParameterList, ParameterRow } from '../../../../shared/parameters-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { ParameterDialog } from './ParameterDialog';
import { useParameterText } from './parameterWords';
import { RuleFrame, RuleLine } from './RuleFrame';
import { RuleName } from './RuleName';

/** What each package leaves to the tenant: the value that holds, where it comes from, and within what limits it may go. */
export const Parameters = () => {
  const { t, pick } = useText();
  const { valueText } = useParameterText();
  const { data, problem, reload } = useResource<ParameterList>('/parameters');
  const [editing, setEditing] = React.useState<ParameterRow | null>(null);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
  if (data.items.length === 0) return <Empty title={t('parameters.empty')}>{t('parameters.emptyHint')}</Empty>;
  const packages = [...new Map(data.items.map((row) => [row.packageId, row.packageTitle]))];
  const next = (row: ParameterRow) => row.values.find(({ from }) => from !== null && Date.parse(from) > Date.now());
  const limits = ({ min, max, type }: ParameterRow) =>
    type === 'integer' && (min !== null || max !== null)
      ? t('parameters.limits', { min: min ?? '…', max: max ?? '…' })
      : null;
  return (
    <>
      {packages.map(([id, title]) => (
        <Box key={id} tag="section" paddingBottom={6}>
          <Typography variant="delta" tag="h2" style={{ paddingBottom: 8 }}>
            {pick(title)}
          </Typography>
          <RuleFrame>
            {data.items
              .filter((row) => row.packageId === id)
              .map((row) => {
                const coming = next(row);
                return (
                  <RuleLine key={row.name}>
                    <RuleName
                      title={pick(row.title)}
                      about={[row.name, row.law ?? row.legalBasis ?? t('clock.noBasis')]}
                    />
                    <Typography style={{ overflowWrap: 'anywhere' }}>{valueText(row, row.value)}</Typography>
                    <Box style={{ minWidth: 0 }}>
                      <Typography variant="pi" textColor="neutral600" tag="p">
                        {[row.isDefault ? t('parameters.isDefault') : t('parameters.isOwn'), limits(row)]
                          .filter(Boolean)
                          .join(' · ')}
                      </Typography>
                      {row.values.at(-1)?.fits === false && <Mark tone="warn">{t('parameters.beyondNow')}</Mark>}
                      {coming && (
                        <Mark tone="warn">
                          {t('parameters.coming', {
                            value: valueText(row, coming.value),
                            at: formatInstant(coming.from),
                          })}
                        </Mark>
                      )}
                    </Box>
                    <Typography variant="pi" textColor="neutral600">
                      {row.unconfirmed ? t('confirmation.UNCONFIRMED') : ''}
                    </Typography>
                    {data.permissions.edit && (
                      <Button
                        size="S"
                        variant="tertiary"
                        aria-label={t('parameters.changeOf', { title: pick(row.title) })}
                        onClick={() => setEditing(row)}
                      >
                        {t('parameters.change')}
                      </Button>
                    )}
                  </RuleLine>
                );
              })}
          </RuleFrame>
        </Box>
      ))}
      {editing && (
        <ParameterDialog
          key={editing.name}
          row={editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            reload();
          }}
        />
      )}
    </>
  );
};
