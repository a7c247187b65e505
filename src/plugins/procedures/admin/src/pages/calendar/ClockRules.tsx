import { Box, Button, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ClockRuleList, ClockRuleRow } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';
import { RuleDialog } from './RuleDialog';
import { RuleFrame, RuleLine } from './RuleFrame';
import { RuleName } from './RuleName';
import { useLengthText } from './useLengthText';

export const ClockRules = () => {
  const { t, pick } = useText();
  const lengthText = useLengthText();
  const { data, problem, reload } = useResource<ClockRuleList>('/clock-rules');
  const [editing, setEditing] = React.useState<ClockRuleRow | null>(null);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
  if (data.items.length === 0) return <Empty title={t('rules.empty')}>{t('rules.emptyHint')}</Empty>;
  return (
    <>
      <RuleFrame>
        {data.items.map((row) => {
          const { definition } = row;
          const confirmed = definition.confirmation.state === 'CONFIRMED';
          return (
            <RuleLine key={`${row.packageId} ${row.id}`}>
              <RuleName title={pick(definition.title)} about={[row.id, definition.legalBasis || t('clock.noBasis')]} />
              <Typography>{lengthText(definition)}</Typography>
              <Box style={{ minWidth: 0 }}>
                <Mark tone={confirmed ? 'good' : 'warn'}>{t(`confirmation.${definition.confirmation.state}`)}</Mark>
                {confirmed && (
                  <Typography variant="pi" textColor="neutral600" tag="p">
                    {[
                      definition.confirmation.by,
                      formatDay(definition.confirmation.at),
                      definition.confirmation.document,
                    ]
                      .filter((each) => each && each !== '–')
                      .join(' · ')}
                  </Typography>
                )}
              </Box>
              <Typography variant="pi" textColor="neutral600">
                {t('rules.version', { version: row.version })}
              </Typography>
              {data.permissions.edit && (
                <Button
                  size="S"
                  variant="tertiary"
                  aria-label={t('rules.newVersionOf', { rule: pick(definition.title) })}
                  onClick={() => setEditing(row)}
                >
                  {t('rules.newVersion')}
                </Button>
              )}
            </RuleLine>
          );
        })}
      </RuleFrame>
      {editing && (
        <RuleDialog
          key={editing.id}
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
