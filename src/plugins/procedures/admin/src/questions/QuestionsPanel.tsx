import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { QuestionList } from '../../../shared/questions-contract';
import type { Resource } from '../api/useResource';
import { ErrorState } from '../components/ErrorState';
import { Skeleton } from '../components/Skeleton';
import { useText } from '../text/useText';
import { AskUnitDialog } from './AskUnitDialog';
import { QuestionItem } from './QuestionItem';

interface Props {
  caseId: string;
  /** asked from a task: the question belongs to it */
  taskId?: string;
  questions: Resource<QuestionList>;
}

/** What other units were asked about a case, and the way to ask. */
export const QuestionsPanel = ({ caseId, taskId, questions: { data, problem, reload } }: Props) => {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const [isAsking, setAsking] = React.useState(false);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={3} />;
  return (
    <Box>
      {data.permissions.ask && (
        <Flex gap={3} wrap="wrap" alignItems="flex-start" paddingBottom={3}>
          <Button size="S" variant="secondary" startIcon={<Plus />} onClick={() => setAsking(true)}>
            {t('questions.ask')}
          </Button>
          <Typography variant="pi" textColor="neutral600" tag="p" style={{ flex: '1 1 24rem' }}>
            {t('questions.about')}
          </Typography>
        </Flex>
      )}
      {data.items.length === 0 ? (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('questions.empty')}
        </Typography>
      ) : (
        <Box tag="ul" aria-label={t('questions.list')}>
          {data.items.map((question) => (
            <QuestionItem key={question.id} question={question} />
          ))}
        </Box>
      )}
      {isAsking && (
        <AskUnitDialog
          caseId={caseId}
          taskId={taskId}
          list={data}
          onClose={() => setAsking(false)}
          onAsked={({ toUnit }) => {
            setAsking(false);
            toggleNotification({ type: 'success', message: t('questions.sent', { unit: toUnit.name }) });
            reload();
          }}
        />
      )}
    </Box>
  );
};
