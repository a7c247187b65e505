import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CalendarDay } from '../../../../shared/contracts';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';
import { monthDays } from './monthGrid';

const Sheet = styled.section`
  padding: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
`;
const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(7, 1fr);
  gap: 2px;
  margin-top: 8px;
  text-align: center;
  font-size: 1.2rem;
`;

type Kind = 'plain' | 'weekend' | 'HOLIDAY' | 'WORKING';

const Day = styled.button<{ $kind: Kind; $today: boolean }>`
  all: unset;
  box-sizing: border-box;
  height: 28px;
  line-height: 26px;
  border-radius: 4px;
  text-align: center;
  cursor: ${({ disabled }) => (disabled ? 'default' : 'pointer')};
  border: 1px solid ${({ theme, $today }) => ($today ? theme.colors.primary600 : 'transparent')};
  color: ${({ theme, $kind }) =>
    ({
      plain: theme.colors.neutral800,
      weekend: theme.colors.neutral600,
      HOLIDAY: theme.colors.danger700,
      WORKING: theme.colors.success700,
    })[$kind]};
  background: ${({ theme, $kind }) =>
    ({
      plain: 'transparent',
      weekend: theme.colors.neutral100,
      HOLIDAY: theme.colors.danger100,
      WORKING: theme.colors.success100,
    })[$kind]};
  font-weight: ${({ $kind }) => ($kind === 'HOLIDAY' || $kind === 'WORKING' ? 700 : 400)};
  text-decoration: ${({ $kind }) => ($kind === 'HOLIDAY' ? 'underline' : 'none')};
  &:hover:not([disabled]),
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  year: number;
  month: number;
  weekend: number[];
  special: Map<string, CalendarDay>;
  today: string;
  onPick?(day: string): void;
}

export const Month = ({ year, month, weekend, special, today, onPick }: Props) => {
  const { t, language } = useText();
  const days = monthDays(year, month);
  const title = t('calendar.month', { month, year });
  const weekdays =
    language === 'vi' ? ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] : ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
  return (
    <Sheet aria-label={title}>
      <Typography fontWeight="bold" tag="h3">
        {title}
      </Typography>
      <Grid>
        {weekdays.map((name) => (
          <Typography key={name} variant="pi" textColor="neutral600" aria-hidden>
            {name}
          </Typography>
        ))}
        {days.map(({ day, date, weekday }, index) => {
          const known = special.get(day);
          const kind: Kind = known?.kind ?? (weekend.includes(weekday) ? 'weekend' : 'plain');
          // The words begin with what is written on the button, so that voice control finds it.
          const about = [formatDay(`${day}T12:00:00Z`).replace(/^0/, ''), t(`calendar.kind.${kind}`), known?.name]
            .filter(Boolean)
            .join(', ');
          return (
            <Day
              key={day}
              type="button"
              $kind={kind}
              $today={day === today}
              disabled={!onPick}
              aria-label={about}
              title={known ? about : undefined}
              style={index === 0 ? { gridColumnStart: weekday } : undefined}
              onClick={() => onPick?.(day)}
            >
              {date}
            </Day>
          );
        })}
      </Grid>
    </Sheet>
  );
};
