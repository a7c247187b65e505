import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { TaskRow } from '../../../../shared/contracts';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Row } from '../../components/ListGrid';
import { useText } from '../../text/useText';

interface Props {
  task: TaskRow;
  href: string;
  selected: boolean;
  meId: string | undefined;
  onOpen(): void;
  onFocus(): void;
}

export const TaskRowItem = React.forwardRef<HTMLAnchorElement, Props>(
  ({ task, href, selected, meId, onOpen, onFocus }, ref) => {
    const { t } = useText();
    const unit = task.handlingUnitName ?? task.handlingUnit;
    const person = task.assignee
      ? task.assignee.id === meId
        ? t('tasks.mineNow')
        : task.assignee.name
      : t('tasks.unclaimed');
    const about = [task.bookNo, task.caseTitle].filter(Boolean).join(' · ');
    return (
      <Row
        ref={ref}
        href={href}
        $selected={selected}
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
          <Typography fontWeight="bold" tag="div" style={{ overflowWrap: 'anywhere' }}>
            {task.title}
          </Typography>
          <Typography variant="pi" textColor="neutral600" ellipsis tag="div" title={about}>
            {about}
          </Typography>
          <Typography className="narrow" variant="pi" textColor="neutral600" ellipsis tag="div">
            {person} · {unit}
          </Typography>
        </Box>
        <Typography className="wide" variant="pi" textColor="neutral600">
          {unit}
        </Typography>
        <Typography className="wide" variant="pi" textColor={task.assignee ? 'neutral800' : 'neutral600'}>
          {person}
        </Typography>
        <ClockBadge clock={task.clock} />
      </Row>
    );
  },
);
TaskRowItem.displayName = 'TaskRowItem';
