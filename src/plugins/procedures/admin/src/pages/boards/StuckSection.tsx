import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link } from 'react-router-dom';

import type { Board, StuckTask } from '../../../../shared/boards-contract';
import type { BatchAnswer } from '../../../../shared/task-list-contract';
import { readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { FigureLink } from './FigureLink';
import { StuckItem } from './StuckItem';

interface Props {
  stuck: Board['stuck'];
  onPress(item: StuckTask): void;
  onChanged(): void;
}

/** What does not move: why, since when, whom to call; reminded one by one or several at once. */
export const StuckSection = ({ stuck, onPress, onChanged }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [chosen, setChosen] = React.useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = React.useState(false);
  const [refused, setRefused] = React.useState<string[]>([]);
  const shown = stuck.items.filter(({ task }) => chosen.has(task.id));

  const remind = async (items: StuckTask[]) => {
    setBusy(true);
    try {
      const { results } = await post<BatchAnswer>('/tasks/remind', {
        tasks: items.map(({ task: { id, version } }) => ({ id, version })),
      });
      const failed = results.flatMap((result) => {
        const task = items.find((one) => one.task.id === result.id)?.task;
        return result.ok ? [] : [`${task?.title} · ${task?.bookNo ?? task?.caseTitle}: ${pick(result.error)}`];
      });
      setRefused(failed);
      const done = results.length - failed.length;
      if (done > 0) toggleNotification({ type: 'success', message: t('tasks.bulk.done.remind', { count: done }) });
      setChosen(new Set());
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  const toggle = (id: string) =>
    setChosen((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <Card
      title={t('boards.stuck', { count: stuck.total.value })}
      flush
      aside={
        stuck.total.value > stuck.items.length ? (
          <Typography tag={Link} to={`${PAGES_ROOT}/${stuck.total.list}`} textColor="primary600">
            {t('boards.stuckAll', { count: stuck.total.value })}
          </Typography>
        ) : undefined
      }
    >
      <Flex gap={4} wrap="wrap" paddingLeft={4} paddingRight={4} paddingBottom={3} tag="ul">
        {stuck.reasons.map(({ reason, figure }) => {
          const word = t(`boards.reason.${reason}` as TextKey);
          return (
            <li key={reason}>
              <Typography variant="pi" textColor="neutral600">
                {word}{' '}
              </Typography>
              <FigureLink figure={figure} label={word} />
            </li>
          );
        })}
      </Flex>
      <ul aria-label={t('boards.stuck', { count: stuck.total.value })}>
        {stuck.items.map((item) => (
          <StuckItem
            key={item.task.id}
            item={item}
            isChosen={chosen.has(item.task.id)}
            isBusy={isBusy}
            onChoose={() => toggle(item.task.id)}
            onRemind={() => void remind([item])}
            onPress={() => onPress(item)}
          />
        ))}
      </ul>
      {refused.length > 0 && (
        <Box role="alert" padding={4}>
          <Typography fontWeight="bold" tag="p">
            {t('tasks.bulk.refused', { count: refused.length })}
          </Typography>
          <ul>
            {refused.map((line) => (
              <Typography key={line} tag="li" variant="pi">
                {line}
              </Typography>
            ))}
          </ul>
        </Box>
      )}
      {shown.length > 0 && (
        <Flex gap={3} padding={4} wrap="wrap" role="region" aria-label={t('tasks.bulk')}>
          <Typography aria-live="polite">{t('tasks.bulk.chosen', { count: shown.length })}</Typography>
          <Button size="S" loading={isBusy} onClick={() => void remind(shown)}>
            {t('boards.remindChosen', { count: shown.length })}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => setChosen(new Set())}>
            {t('tasks.bulk.clear')}
          </Button>
        </Flex>
      )}
    </Card>
  );
};
