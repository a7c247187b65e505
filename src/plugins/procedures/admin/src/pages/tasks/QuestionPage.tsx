import { Box, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';

import type { QuestionView } from '../../../../shared/questions-contract';
import { useResource } from '../../api/useResource';
import { ClockRow } from '../../clocks/ClockRow';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { FactList } from '../../components/FactList';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useLeaveWarning } from '../../components/useLeaveWarning';
import { useLiveEvents } from '../../live/useLiveEvents';
import { AnswerForm } from '../../questions/AnswerForm';
import { MoreTime } from '../../questions/MoreTime';
import { QuestionActs } from '../../questions/QuestionActs';
import { QuestionMarks } from '../../questions/QuestionMarks';
import { QuestionTimes } from '../../questions/QuestionTimes';
import { QuestionWords } from '../../questions/QuestionWords';
import { QUESTIONS_URL } from '../../questions/questionUrl';
import { UnsentAnswer } from '../../questions/UnsentAnswer';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { Stack, TaskLayout } from './TaskLayout';
import { taskUrl } from './taskUrl';

/** One question with its answer, for both sides; for leaders above the asked unit its times only. */
export const QuestionPage = () => {
  const { t } = useText();
  const { id = '' } = useParams();
  const { data: read, problem, reload } = useResource<QuestionView>(`/questions/${id}`);
  const [changed, setChanged] = React.useState<{ question: QuestionView; after: QuestionView | null } | null>(null);
  const [isTyped, setTyped] = React.useState(false);
  useLeaveWarning(isTyped);
  useLiveEvents('questions', ({ ids }) => (!ids || ids.includes(id)) && reload());
  // The answer of an act is newer than the last reading, until the next one.
  const question = changed && changed.after === read ? changed.question : read;
  const onChanged = (next: QuestionView) => setChanged({ question: next, after: read });
  const back = (
    <Link tag={RouterLink} to={QUESTIONS_URL} startIcon={<ArrowLeft />}>
      {t('questions.back')}
    </Link>
  );
  if (!question)
    return (
      <PageBody>
        <PageHeader title={t(problem ? 'questions.title' : 'questions.loading')} back={back} />
        {problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />}
      </PageBody>
    );
  const { case: about, permissions: may } = question;
  return (
    <PageBody>
      <PageHeader
        title={t('questions.pageTitle', { unit: question.toUnit.name })}
        subtitle={[about.bookNo, about.title].filter(Boolean).join(' · ')}
        back={back}
      />
      <TaskLayout $layout="page">
        <Stack>
          <Card title={t('questions.card.question')} aside={<QuestionMarks question={question} />}>
            {question.question === null ? (
              <Typography textColor="neutral600">{t('questions.timesOnly')}</Typography>
            ) : (
              <QuestionWords
                text={question.question}
                files={question.shown}
                filesTitle={t('questions.shown')}
                onChanged={reload}
              />
            )}
          </Card>
          {(question.answer !== null || may.answer) && (
            <Card title={t('questions.card.answer')}>
              {question.answer !== null ? (
                <QuestionWords
                  text={question.answer}
                  files={question.answerFiles}
                  filesTitle={t('questions.answerFiles')}
                  onChanged={reload}
                />
              ) : (
                <AnswerForm question={question} onTyped={setTyped} onAnswered={onChanged} />
              )}
            </Card>
          )}
          {!may.answer && <UnsentAnswer question={question} />}
          <QuestionActs question={question} onChanged={onChanged} />
        </Stack>
        <Stack>
          {question.clock && (
            <Card title={t('questions.card.term')}>
              <ClockRow clock={question.clock} />
            </Card>
          )}
          {question.extensions.length > 0 && (
            <Card title={t('questions.card.extensions')}>
              <MoreTime question={question} onChanged={onChanged} />
            </Card>
          )}
          <Card title={t('questions.card.times')}>
            <QuestionTimes question={question} />
            {about.id && (
              <Box paddingTop={2}>
                <FactList
                  facts={[
                    [
                      t('questions.case'),
                      <Link key="case" tag={RouterLink} to={`${PAGES_ROOT}/cases/${about.id}`}>
                        {t('questions.caseOpen')}
                      </Link>,
                    ],
                    [
                      t('questions.task'),
                      question.taskId && (
                        <Link key="task" tag={RouterLink} to={taskUrl(question.taskId)}>
                          {t('questions.taskOpen')}
                        </Link>
                      ),
                    ],
                  ]}
                />
              </Box>
            )}
          </Card>
        </Stack>
      </TaskLayout>
    </PageBody>
  );
};
