import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Board } from '../../../../shared/boards-contract';
import { useText } from '../../text/useText';
import { FigureLink } from './FigureLink';

const Strip = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
  li {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 8px 16px;
  }
`;

const weekday = (day: string, language: string) =>
  new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** What falls due today, and on each of the seven days after. */
export const DueStrip = ({ today, week }: Pick<Board, 'today' | 'week'>) => {
  const { t, language } = useText();
  const dayOf = (day: string) => `${weekday(day, language)} ${day.slice(8)}/${day.slice(5, 7)}`;
  return (
    <Strip aria-label={t('boards.due')}>
      <li>
        <Typography variant="pi" fontWeight="bold">
          {t('boards.dueToday')}
        </Typography>
        <span>
          <FigureLink figure={today} label={t('boards.dueToday')} tone={today.value > 0 ? 'amber' : 'plain'} />
        </span>
      </li>
      {week.map(({ day, figure }) => (
        <li key={day}>
          <Typography variant="pi" textColor="neutral600">
            {dayOf(day)}
          </Typography>
          <span>
            <FigureLink figure={figure} label={t('boards.dueOn', { day: dayOf(day) })} />
          </span>
        </li>
      ))}
    </Strip>
  );
};
