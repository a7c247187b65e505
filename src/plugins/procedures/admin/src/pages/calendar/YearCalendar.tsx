import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';

import type { CalendarDay, CalendarYear } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { toLocalInput } from '../../time/instants';
import { DayDialog } from './DayDialog';
import { DayList } from './DayList';
import { Month } from './Month';

const Months = styled.div`
  display: grid;
  gap: 12px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
`;

export const YearCalendar = () => {
  const { t } = useText();
  const url = useUrlState();
  const today = toLocalInput(new Date()).slice(0, 10);
  const year = Number(url.get('year')) || Number(today.slice(0, 4));
  const { data, problem, reload } = useResource<CalendarYear>(`/calendar?year=${year}`);
  const [editing, setEditing] = React.useState<string | null>(null);
  const special = React.useMemo(
    () => new Map<string, CalendarDay>((data?.days ?? []).map((each) => [each.day, each])),
    [data],
  );
  const go = (to: number) => url.set({ year: String(to) });

  return (
    <>
      <Flex gap={2} paddingBottom={3} wrap="wrap">
        <IconButton label={t('calendar.previousYear')} onClick={() => go(year - 1)}>
          <ChevronLeft />
        </IconButton>
        <Typography variant="delta" tag="h2" aria-live="polite">
          {year}
        </Typography>
        <IconButton label={t('calendar.nextYear')} onClick={() => go(year + 1)}>
          <ChevronRight />
        </IconButton>
        <Typography variant="pi" textColor="neutral600">
          {t('calendar.legend')}
        </Typography>
      </Flex>
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />)}
      {data && (
        <>
          <Months>
            {Array.from({ length: 12 }, (_, index) => (
              <Month
                key={`${year}-${index + 1}`}
                year={year}
                month={index + 1}
                weekend={data.weekend}
                special={special}
                today={today}
                onPick={data.permissions.edit ? setEditing : undefined}
              />
            ))}
          </Months>
          <DayList days={data.days} onPick={data.permissions.edit ? setEditing : undefined} />
        </>
      )}
      {editing && data && (
        <DayDialog
          key={editing}
          day={editing}
          known={special.get(editing) ?? null}
          weekend={data.weekend}
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
