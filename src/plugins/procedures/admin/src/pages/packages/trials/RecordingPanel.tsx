import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import * as React from 'react';
import { flushSync } from 'react-dom';

import type { DraftView } from '../../../../../shared/packages-contract';
import type { ScenarioChoices } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { useAskBeforeLeaving } from '../../../components/leaving';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { useLeaveWarning } from '../../../components/useLeaveWarning';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { HttpAnswerFields } from './HttpAnswerFields';
import { RecordedNow } from './RecordedNow';
import { SaveRecording } from './SaveRecording';
import { StartRecording } from './StartRecording';
import { TrialActions } from './TrialActions';
import { TrialDiagram } from './TrialDiagram';
import { TYPED_IN_TRIAL } from './typedInTrial';
import { useRecording } from './useRecording';

interface Props {
  draft: DraftView;
  choices: ScenarioChoices;
  onSaved(file: string): void;
  onClose(): void;
}

/** Trying by hand: start a case, do its tasks with their real forms, let time pass, and keep it all as a scenario. */
export const RecordingPanel = ({ draft, choices, onSaved, onClose }: Props) => {
  const { t, pick } = useText();
  const recording = useRecording(draft.draft.id);
  const [saving, setSaving] = React.useState(false);
  const [typed, setTyped] = React.useState(false);
  const [isOver, setOver] = React.useState(false);
  const { last, done } = recording;
  const holds = !isOver && (typed || done.length > 0);
  useLeaveWarning(holds);
  useAskBeforeLeaving(holds, TYPED_IN_TRIAL);
  // Before the page goes on: it would ask.
  const end = () => flushSync(() => setOver(true));
  const leave = () => {
    if (done.length > 0) end();
    onClose();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={6}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={leave}>
          {t(done.length > 0 ? 'trials.leaveRecording' : 'trials.back')}
        </Button>
        <Button startIcon={<Check />} disabled={done.length === 0} onClick={() => setSaving(true)}>
          {t('trials.saveScenario')}
        </Button>
      </Flex>
      {recording.problem && <ProblemSummary problem={recording.problem} />}
      {recording.busy && (
        <Box role="status">
          <Typography>{t(last ? 'trials.doing' : 'trials.startingHost')}</Typography>
        </Box>
      )}
      {choices.httpSteps.length > 0 && (
        <Card title={t('trials.http')}>
          <HttpAnswerFields steps={choices.httpSteps} answers={recording.http} onChange={recording.answerHttp} />
        </Card>
      )}
      {!last && <StartRecording choices={choices} recording={recording} onTyped={() => setTyped(true)} />}
      {last?.seen && (
        <>
          <Card flush>
            <TrialDiagram
              draftId={draft.draft.id}
              model={draft.mainModel}
              path={last.seen.path}
              coverage={null}
              height={300}
            />
          </Card>
          <Grid.Root gap={3}>
            <Grid.Item col={7} s={12} direction="column" alignItems="stretch">
              <TrialActions key={done.length} answer={last} groups={choices.groups} recording={recording} />
            </Grid.Item>
            <Grid.Item col={5} s={12} direction="column" alignItems="stretch">
              <Flex direction="column" alignItems="stretch" gap={3}>
                <RecordedNow seen={last.seen} />
                <Card title={t('trials.doneSoFar')}>
                  <ol>
                    {done.map(({ answer }, index) => (
                      <li key={`${index} ${answer.result.at}`}>
                        <Typography>
                          {index + 1}. {pick(answer.result.title)}
                        </Typography>{' '}
                        <Typography variant="pi" textColor="neutral600">
                          {formatInstant(answer.result.at)}
                        </Typography>
                      </li>
                    ))}
                  </ol>
                </Card>
              </Flex>
            </Grid.Item>
          </Grid.Root>
        </>
      )}
      {saving && (
        <SaveRecording
          draft={draft}
          done={done}
          onClose={() => setSaving(false)}
          onSaved={(file) => {
            setSaving(false);
            end();
            onSaved(file);
          }}
        />
      )}
    </Flex>
  );
};
