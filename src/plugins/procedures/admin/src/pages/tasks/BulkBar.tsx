import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { BatchAnswer, ListedTask } from '../../../../shared/task-list-contract';
import { readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { AssignDialog } from './AssignDialog';
import { BulkFrame } from './TaskGrid';

interface Props {
  chosen: ListedTask[];
  isHead: boolean;
  onDone(): void;
  onClear(): void;
}
interface Refused {
  title: string;
  why: string;
}

/** What may be done with the chosen rows, and afterwards what became of each that was refused. */
export const BulkBar = ({ chosen, isHead, onDone, onClear }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);
  const [isGiving, setGiving] = React.useState(false);
  const [refused, setRefused] = React.useState<Refused[]>([]);
  const open = chosen.filter(({ access }) => access === 'full');
  const claimable = open.filter(({ assignee, isCandidate }) => isCandidate && !assignee);
  const mayRemind = isHead || chosen.some(({ access }) => access === 'summary');

  const act = async (what: 'claim' | 'assign' | 'remind', tasks: ListedTask[], more: object = {}) => {
    setBusy(true);
    try {
      const { results } = await post<BatchAnswer>(`/tasks/${what}`, {
        tasks: tasks.map(({ id, version }) => ({ id, version })),
        ...more,
      });
      const failed = results.flatMap((result) =>
        result.ok ? [] : [{ title: titleOf(tasks, result.id), why: pick(result.error) }],
      );
      const done = results.length - failed.length;
      setRefused(failed);
      if (done > 0) toggleNotification({ type: 'success', message: t(`tasks.bulk.done.${what}`, { count: done }) });
      if (failed.length === 0) onClear();
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      setBusy(false);
      onDone();
    }
  };

  return (
    <BulkFrame role="region" aria-label={t('tasks.bulk')}>
      <Typography fontWeight="bold" aria-live="polite">
        {t('tasks.bulk.chosen', { count: chosen.length })}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {claimable.length > 0 && (
          <Button size="S" loading={isBusy} onClick={() => void act('claim', claimable)}>
            {t('tasks.bulk.claim', { count: claimable.length })}
          </Button>
        )}
        {isHead && (
          <Button size="S" variant="secondary" disabled={isBusy || open.length === 0} onClick={() => setGiving(true)}>
            {t('tasks.bulk.assign')}
          </Button>
        )}
        {mayRemind && (
          <Button size="S" variant="secondary" disabled={isBusy} onClick={() => void act('remind', chosen)}>
            {t('tasks.bulk.remind')}
          </Button>
        )}
        <Button size="S" variant="tertiary" onClick={onClear}>
          {t('tasks.bulk.clear')}
        </Button>
      </Flex>
      {refused.length > 0 && (
        <Box role="alert" style={{ flexBasis: '100%' }}>
          <Typography fontWeight="bold" tag="p">
            {t('tasks.bulk.refused', { count: refused.length })}
          </Typography>
          <ul>
            {refused.map(({ title, why }, at) => (
              <Typography key={at} tag="li" variant="pi">
                {title}: {why}
              </Typography>
            ))}
          </ul>
        </Box>
      )}
      {isGiving && (
        <AssignDialog
          tasks={open}
          onClose={() => setGiving(false)}
          onGive={(personId) => {
            setGiving(false);
            void act('assign', open, { personId });
          }}
        />
      )}
    </BulkFrame>
  );
};

function titleOf(tasks: ListedTask[], id: string): string {
  const task = tasks.find((one) => one.id === id);
  return task ? [task.title, task.bookNo].filter(Boolean).join(' · ') : id;
}
