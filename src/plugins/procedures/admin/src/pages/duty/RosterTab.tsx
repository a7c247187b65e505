import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Plus } from '@strapi/icons';
import * as React from 'react';

import type { Gap, Roster, ShiftView } from '../../../../shared/duty-contract';
import { withQuery } from '../../api/query';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { ReasonDialog } from '../../components/ReasonDialog';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { RosterShift } from './RosterShift';
import { ShiftDialog } from './ShiftDialog';

const STEP_MS = 7 * 24 * 60 * 60 * 1000;

type Line = { at: string; shift: ShiftView } | { at: string; gap: Gap };

export const RosterTab = ({ unit, onChanged }: { unit: string; onChanged(): void }) => {
  const { t } = useText();
  const url = useUrlState();
  const { data, problem, reload } = useResource<Roster>(withQuery('/duty/roster', { unit, from: url.get('from') }), {
    keepPrevious: true,
  });
  const [adding, setAdding] = React.useState<Gap | 'new' | null>(null);
  const [cancelling, setCancelling] = React.useState<ShiftView | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} height={56} />;
  const move = (by: number) => url.set({ from: new Date(new Date(data.from).getTime() + by).toISOString() });
  const changed = () => {
    setAdding(null);
    setCancelling(null);
    reload();
    onChanged();
  };
  const lines: Line[] = [
    ...data.shifts.map((shift) => ({ at: shift.startsAt, shift })),
    ...data.gaps.map((gap) => ({ at: gap.from, gap })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const mayPlan = data.unit.mayPlan;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" size="S" startIcon={<ArrowLeft />} onClick={() => move(-STEP_MS)}>
            {t('roster.earlier')}
          </Button>
          <Button variant="tertiary" size="S" endIcon={<ArrowRight />} onClick={() => move(STEP_MS)}>
            {t('roster.later')}
          </Button>
        </Flex>
        {mayPlan && (
          <Button size="S" startIcon={<Plus />} onClick={() => setAdding('new')}>
            {t('roster.add')}
          </Button>
        )}
      </Flex>
      {lines.length === 0 ? (
        <Empty title={t('roster.empty')}>{t('roster.emptyHint')}</Empty>
      ) : (
        <Card title={t('roster.title', { unit: data.unit.name })}>
          <Box tag="ul">
            {lines.map((line) =>
              'shift' in line ? (
                <RosterShift
                  key={line.shift.id}
                  shift={line.shift}
                  onCancel={
                    mayPlan && new Date(line.shift.endsAt) > new Date() ? () => setCancelling(line.shift) : null
                  }
                />
              ) : (
                <Box tag="li" key={line.at} paddingTop={2} paddingBottom={2}>
                  <Flex gap={3} wrap="wrap" justifyContent="space-between">
                    <WarnText fontWeight="bold">
                      {t('roster.gap', { from: formatInstant(line.gap.from), to: formatInstant(line.gap.to) })}
                    </WarnText>
                    {mayPlan && (
                      <Button variant="tertiary" size="S" onClick={() => setAdding(line.gap)}>
                        {t('roster.gapFill')}
                      </Button>
                    )}
                  </Flex>
                </Box>
              ),
            )}
          </Box>
        </Card>
      )}
      {adding && (
        <ShiftDialog
          unit={unit}
          span={adding === 'new' ? null : adding}
          candidates={data.candidates}
          onClose={() => setAdding(null)}
          onSaved={changed}
        />
      )}
      {cancelling && (
        <ReasonDialog
          title={t('roster.cancelTitle')}
          about={t('roster.cancelAbout', {
            from: formatInstant(cancelling.startsAt),
            to: formatInstant(cancelling.endsAt),
          })}
          label={t('roster.cancelLabel')}
          confirm={t('roster.cancel')}
          danger
          onClose={() => setCancelling(null)}
          onConfirm={async (reason) => {
            await post(`/duty/shifts/${cancelling.id}/cancel`, { reason });
            changed();
          }}
        />
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('roster.emptyHint')}
      </Typography>
    </Flex>
  );
};
