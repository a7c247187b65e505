import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import * as React from 'react';

import type { ListedTask } from '../../../../shared/task-list-contract';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Lines } from '../../components/Lines';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatDay, formatTime } from '../../time/instants';
import { BoxCell, TaskItem, TaskLink } from './TaskGrid';

interface Props {
  task: ListedTask;
  href: string;
  selected: boolean;
  chosen: boolean;
  gone: boolean;
  /** the one row that Tab goes to */
  isTabStop: boolean;
  meId: string | undefined;
  onOpen(): void;
  onFocus(): void;
  onChoose(isRange: boolean): void;
}

/** A reminder is of interest for so long. */
const REMINDED_MS = 24 * 60 * 60 * 1000;

export const TaskRowItem = React.forwardRef<HTMLAnchorElement, Props>(
  ({ task, href, selected, chosen, gone, isTabStop, meId, onOpen, onFocus, onChoose }, ref) => {
    const { t } = useText();
    const unit = task.handlingUnitName ?? task.handlingUnit;
    const person = task.assignee
      ? task.assignee.id === meId
        ? t('tasks.mineNow')
        : task.assignee.name
      : t('tasks.unclaimed');
    const about = [task.bookNo, task.caseTitle].filter(Boolean).join(' · ');
    const isReminded = task.remindedAt !== null && Date.now() - Date.parse(task.remindedAt) < REMINDED_MS;
    return (
      <TaskItem $selected={selected} $chosen={chosen} $gone={gone}>
        <BoxCell>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={chosen}
            aria-label={t('tasks.choose', { title: task.title, about })}
            onChange={() => undefined}
            onClick={(event) => onChoose(event.shiftKey)}
          />
        </BoxCell>
        <TaskLink
          ref={ref}
          href={href}
          tabIndex={isTabStop ? 0 : -1}
          aria-current={selected ? 'true' : undefined}
          onFocus={onFocus}
          onClick={(event: React.MouseEvent) => {
            // A new tab stays the browser's own business.
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen();
          }}
        >
          <Box style={{ minWidth: 0 }}>
            <Flex gap={2} alignItems="baseline">
              <Typography fontWeight="bold" tag="span" style={{ overflowWrap: 'anywhere' }}>
                {task.title}
              </Typography>
              {task.completedAt && (
                <Mark>
                  {t('tasks.closedOn', {
                    state: t(`task.state.${task.state ?? 'COMPLETED'}`),
                    day: formatDay(task.completedAt),
                  })}
                </Mark>
              )}
              {gone && <Mark>{t('tasks.gone')}</Mark>}
              {isReminded && !gone && (
                <Mark tone="warn">{t('tasks.reminded', { time: formatTime(task.remindedAt ?? '') })}</Mark>
              )}
            </Flex>
            <Typography variant="pi" textColor="neutral600" ellipsis tag="div" title={about}>
              {about}
            </Typography>
            <Typography className="narrow" variant="pi" textColor="neutral600" ellipsis tag="div">
              {person} · {unit}
            </Typography>
          </Box>
          <Typography className="wide" variant="pi" textColor="neutral600">
            <Lines>{unit}</Lines>
          </Typography>
          <Typography className="wide" variant="pi" textColor={task.assignee ? 'neutral800' : 'neutral600'}>
            <Lines>{person}</Lines>
          </Typography>
          <ClockBadge clock={task.clock} />
          {chosen && <VisuallyHidden>{t('tasks.chosenOne')}</VisuallyHidden>}
        </TaskLink>
      </TaskItem>
    );
  },
);
TaskRowItem.displayName = 'TaskRowItem';
