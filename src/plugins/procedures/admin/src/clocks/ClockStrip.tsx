import { styled } from 'styled-components';

import type { ClockView } from '../../../shared/contracts';
import { useText } from '../text/useText';
import { ClockBadge } from './ClockBadge';

const Strip = styled.ul`
  display: grid;
  gap: 8px 16px;
  grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
`;

/** The living clocks beside one another, above work that they press. */
export const ClockStrip = ({ clocks }: { clocks: ClockView[] }) => {
  const { t } = useText();
  const living = clocks
    .filter(({ state }) => state === 'RUNNING' || state === 'PAUSED')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (living.length === 0) return null;
  return (
    <Strip aria-label={t('task.clocks')}>
      {living.map((clock) => (
        <li key={clock.id}>
          <ClockBadge clock={clock} />
        </li>
      ))}
    </Strip>
  );
};
