import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { StuckTask } from '../../../../shared/boards-contract';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Lines } from '../../components/Lines';
import { Mark } from '../../components/Mark';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatTime } from '../../time/instants';
import { findingText } from './findingText';

const Item = styled.li`
  display: grid;
  grid-template-columns: 24px minmax(0, 1fr) 15rem 19rem auto;
  gap: 4px 16px;
  align-items: start;
  padding: 10px 16px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  > input {
    margin: 4px;
    width: 16px;
    height: 16px;
  }
  @media (max-width: 1100px) {
    grid-template-columns: 24px minmax(0, 1fr);
    > * {
      grid-column: 2;
    }
    > input {
      grid-column: 1;
    }
  }
`;

const REMINDED_MS = 60 * 60 * 1000;

interface Props {
  item: StuckTask;
  isChosen: boolean;
  isBusy: boolean;
  onChoose(): void;
  onRemind(): void;
  onPress(): void;
}

export const StuckItem = ({ item, isChosen, isBusy, onChoose, onRemind, onPress }: Props) => {
  const words = useText();
  const { t } = words;
  const { task, findings, givenUnitName, call } = item;
  const about = [task.bookNo, task.caseTitle].filter(Boolean).join(' · ');
  const to = `${PAGES_ROOT}/${task.access === 'full' ? `tasks/${task.id}` : `cases/${task.caseId}`}`;
  const isReminded = task.remindedAt !== null && Date.now() - Date.parse(task.remindedAt) < REMINDED_MS;
  return (
    <Item>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onChoose}
        aria-label={t('tasks.choose', { title: task.title, about })}
      />
      <Box style={{ minWidth: 0 }}>
        <Typography tag={Link} to={to} fontWeight="bold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {task.title}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="div" style={{ overflowWrap: 'anywhere' }}>
          {about} · {givenUnitName}
        </Typography>
        <ul>
          {findings.map((finding, at) => (
            <Typography key={at} tag="li" style={{ overflowWrap: 'anywhere' }}>
              {findingText(finding, words)}
            </Typography>
          ))}
        </ul>
      </Box>
      <Box>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {t(call?.isHolder ? 'boards.callHolder' : 'boards.callHead')}
        </Typography>
        <Typography style={{ overflowWrap: 'anywhere' }}>{call?.name ?? t('boards.noHead')}</Typography>
        {call?.title && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            <Lines>{call.title}</Lines>
          </Typography>
        )}
      </Box>
      <ClockBadge clock={task.clock} />
      <Flex direction="column" alignItems="stretch" gap={1}>
        {isReminded ? (
          <Mark tone="warn">{t('boards.reminded', { time: formatTime(task.remindedAt ?? '') })}</Mark>
        ) : (
          <Button size="S" variant="secondary" disabled={isBusy} onClick={onRemind}>
            {t('boards.remind')}
          </Button>
        )}
        {item.mayPress && (
          <Button size="S" variant="tertiary" onClick={onPress}>
            {t('boards.press')}
          </Button>
        )}
      </Flex>
    </Item>
  );
};
