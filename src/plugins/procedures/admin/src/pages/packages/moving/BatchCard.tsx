import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { MoveBatchView, MoveOutcome } from '../../../../../shared/moving-contract';
import { type Problem, readProblem } from '../../../api/problem';
import { post } from '../../../api/send';
import { Card } from '../../../components/Card';
import { Mark } from '../../../components/Mark';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

const ORDER: MoveOutcome[] = ['STUCK', 'RETURNED', 'KEPT', 'MOVING', 'WAITING', 'STOPPED', 'MOVED'];
const TONES: Partial<Record<MoveOutcome, 'good' | 'warn'>> = {
  MOVED: 'good',
  STUCK: 'warn',
  RETURNED: 'warn',
  KEPT: 'warn',
};

/** How far a batch has come, and what has become of each case; it can be left and found again. */
export const BatchCard = ({ batch, onChanged }: { batch: MoveBatchView; onChanged(): void }) => {
  const { t, pick } = useText();
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const act = (path: string) => async () => {
    setProblem(null);
    try {
      await post(path);
    } catch (thrown) {
      setProblem(readProblem(thrown));
    }
    onChanged();
  };
  const { counts, total } = batch;
  const done = counts.MOVED + counts.KEPT + counts.RETURNED;
  const moves = [...batch.moves].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <Card
      title={t('moving.batch', {
        version: batch.version,
        name: batch.startedBy ?? '',
        when: formatInstant(batch.startedAt),
      })}
      aside={<Mark tone={batch.state === 'DONE' ? 'good' : 'plain'}>{t(`moving.state.${batch.state}`)}</Mark>}
    >
      {problem && <ProblemSummary problem={problem} />}
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">{batch.reason}</Typography>
        <Flex gap={3} wrap="wrap" alignItems="center">
          <progress
            max={total}
            value={done}
            aria-label={t('moving.progress', { done, total })}
            style={{ flex: '1 1 20rem' }}
          />
          <Typography role="status">{t('moving.progress', { done, total })}</Typography>
          {batch.state === 'RUNNING' && (
            <Button variant="tertiary" onClick={act(`/move-batches/${batch.id}/stop`)}>
              {t('moving.stop')}
            </Button>
          )}
          {batch.state === 'STOPPED' && (
            <Button onClick={act(`/move-batches/${batch.id}/resume`)}>{t('moving.resume')}</Button>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {ORDER.filter((outcome) => counts[outcome] > 0).map((outcome) => (
            <Mark key={outcome} tone={TONES[outcome]}>
              {t('moving.count', { count: counts[outcome], word: t(`moving.outcome.${outcome}`) })}
            </Mark>
          ))}
        </Flex>
        <Box tag="details" open={counts.STUCK + counts.KEPT + counts.RETURNED > 0 || batch.state === 'RUNNING'}>
          <Typography tag="summary" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
            {t('moving.details', { count: total })}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
            {moves.map((move) => (
              <Flex tag="li" key={move.id} gap={3} wrap="wrap">
                <Typography fontWeight="semiBold">
                  {move.caseId ? (move.bookNo ?? t('moving.noNumber')) : t('moving.hidden')}
                </Typography>
                <Mark tone={TONES[move.outcome]}>{t(`moving.outcome.${move.outcome}`)}</Mark>
                <Typography textColor="neutral600">{move.words ? pick(move.words) : ''}</Typography>
                {move.outcome === 'STUCK' && (
                  <Button size="S" variant="secondary" onClick={act(`/moves/${move.id}/retry`)}>
                    {t('moving.retry')}
                  </Button>
                )}
              </Flex>
            ))}
          </Flex>
        </Box>
      </Flex>
    </Card>
  );
};
