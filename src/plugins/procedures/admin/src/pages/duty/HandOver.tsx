import { Flex, Typography } from '@strapi/design-system';

import * as React from 'react';

import type { HandOverDraft } from '../../../../shared/duty-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useLiveEvents } from '../../live/useLiveEvents';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { HandOverForm } from './HandOverForm';
import { HandOverLines } from './HandOverLines';
import { SignedList } from './SignedList';
import { shiftNames } from './shiftWords';
import { UnsentHandOver } from './UnsentHandOver';
import { useHandOverWords } from './useHandOverWords';

/** What is open at this moment, to be signed over; or the list that waits for a signature. */
export const HandOver = ({ unit, onChanged }: { unit: string; onChanged(): void }) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<HandOverDraft>(withQuery('/duty/hand-over', { unit }));
  const typed = useHandOverWords(unit);
  const signing = useSending();
  const changed = () => {
    reload();
    onChanged();
  };
  useLiveEvents('duty', reload);
  const waiting = data?.waiting?.id;
  const { dismiss } = signing;
  // What was refused then is not this list's.
  React.useEffect(() => {
    if (waiting) dismiss();
  }, [waiting, dismiss]);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} height={64} />;
  const unsent = typed.isTyped && <UnsentHandOver words={typed.words} lines={data.lines} onDrop={typed.drop} />;
  // The news of one's own signature may come before its answer.
  if (data.waiting && !signing.busy)
    return (
      <Card title={t('handOver.waiting')}>
        {unsent}
        {/* Another list is never signed with the password that was typed for this one. */}
        <SignedList key={data.waiting.id} view={data.waiting} onChanged={changed} />
      </Card>
    );
  const { shift, nextShift } = data;
  return (
    <Card title={t('handOver.giveTitle', { unit: data.unit.name })}>
      <Flex direction="column" alignItems="stretch" gap={1} paddingBottom={4}>
        <Typography tag="p">
          {shift
            ? t('handOver.ending', {
                from: formatInstant(shift.startsAt),
                to: formatInstant(shift.endsAt),
                names: shiftNames(shift),
              })
            : t('handOver.noShift')}
        </Typography>
        {nextShift && (
          <Typography tag="p">
            {t('handOver.coming', {
              from: formatInstant(nextShift.startsAt),
              to: formatInstant(nextShift.endsAt),
              names: shiftNames(nextShift),
            })}
          </Typography>
        )}
        <Typography tag="p" textColor="neutral600">
          {t('handOver.clocksUntil', { instant: formatInstant(data.clocksUntil) })}
        </Typography>
      </Flex>
      {data.mayGive || data.mayTakeAlone ? (
        <HandOverForm
          draft={data}
          words={typed.words}
          signing={signing}
          onType={typed.type}
          onReload={reload}
          onSigned={() => {
            typed.drop();
            changed();
          }}
        />
      ) : (
        <>
          <Typography tag="p" paddingBottom={4} textColor="neutral600">
            {t('handOver.mayNot')}
          </Typography>
          {unsent}
          <HandOverLines lines={data.lines} />
        </>
      )}
    </Card>
  );
};
