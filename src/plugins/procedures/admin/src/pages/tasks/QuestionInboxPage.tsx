import { Box, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';

import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { QuestionLineItem } from '../../questions/QuestionLineItem';
import { useQuestionInbox } from '../../questions/useQuestionInbox';
import { useText } from '../../text/useText';
import { TASKS_URL } from './taskUrl';

/** "Được hỏi": what other units ask, and what the reader has to decide on. */
export const QuestionInboxPage = () => {
  const { t } = useText();
  const { data, problem, reload } = useQuestionInbox();
  const waits = !data ? (
    problem ? (
      <ErrorState problem={problem} onRetry={reload} />
    ) : (
      <Skeleton rows={4} />
    )
  ) : data.items.length === 0 ? (
    <Empty title={t('questions.inbox.empty')}>{t('questions.inbox.emptyHint')}</Empty>
  ) : (
    <Box tag="ul" aria-label={t('questions.inbox')} background="neutral0" hasRadius borderColor="neutral150">
      {data.items.map((line) => (
        <QuestionLineItem key={`${line.id} ${line.waitsFor}`} line={line} />
      ))}
    </Box>
  );
  return (
    <PageBody>
      <PageHeader
        title={t('questions.inbox')}
        subtitle={t('questions.inbox.subtitle')}
        back={
          <Link tag={RouterLink} to={TASKS_URL} startIcon={<ArrowLeft />}>
            {t('tasks.back')}
          </Link>
        }
      />
      {waits}
    </PageBody>
  );
};
