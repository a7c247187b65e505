/** pages/packages/trials/ owns "Thử" of a draft: its scenarios and how they went, trying by hand, and editing by form. */
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Play, Plus } from '@strapi/icons';
import * as React from 'react';

import type { DraftTrials, TrialRunView } from '../../../../../shared/trials-contract';
import { type Problem, readProblem } from '../../../api/problem';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { Empty } from '../../../components/Empty';
import { ErrorState } from '../../../components/ErrorState';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { Skeleton } from '../../../components/Skeleton';
import { useUrlState } from '../../../components/useUrlState';
import { useText } from '../../../text/useText';
import type { PanelProps } from '../panelProps';
import { PolicyDialog } from './PolicyDialog';
import { RecordingPanel } from './RecordingPanel';
import { RunStatus } from './RunStatus';
import { ScenarioEditor } from './ScenarioEditor';
import { ScenarioList } from './ScenarioList';
import { ScenarioResultView } from './ScenarioResultView';

const isOn = (run: TrialRunView | null | undefined) => run?.state === 'STARTING' || run?.state === 'RUNNING';
const WHILE_RUNNING_MS = 1_000;

const TrialsPanel = ({ draft, onSaved, onReload }: PanelProps) => {
  const { t } = useText();
  const url = useUrlState();
  const base = `/drafts/${draft.draft.id}`;
  const [running, setRunning] = React.useState(false);
  const { data, problem, reload } = useResource<DraftTrials>(`${base}/trials`, {
    refreshMs: running ? WHILE_RUNNING_MS : undefined,
  });
  const [failed, setFailed] = React.useState<Problem | null>(null);
  const [asking, setAsking] = React.useState(false);
  React.useEffect(() => setRunning(isOn(data?.run)), [data]);
  // While somebody's half-written file makes no package there are none: what is being tried and edited goes on with the last.
  const [choices, setChoices] = React.useState(data?.choices ?? null);
  if (data?.choices && data.choices !== choices) setChoices(data.choices);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
  const mode = url.get('trial');
  const file = url.get('scenario') || data.scenarios[0]?.file || '';
  const chosen = data.scenarios.find((one) => one.file === file) ?? null;
  const run = async (files: string[] | null) => {
    setFailed(null);
    try {
      await post<TrialRunView>(`${base}/trials/runs`, files ? { files } : {});
      reload();
    } catch (thrown) {
      setFailed(readProblem(thrown));
    }
  };
  const written = (saved: string) => {
    void onReload();
    onSaved();
    reload();
    url.set({ trial: null, scenario: saved });
  };
  if (mode === 'record' && choices)
    return (
      <RecordingPanel draft={draft} choices={choices} onSaved={written} onClose={() => url.set({ trial: null })} />
    );
  if (mode === 'edit' && choices && file !== '')
    return (
      <ScenarioEditor
        key={file}
        draftId={draft.draft.id}
        file={file}
        choices={choices}
        onSaved={written}
        onClose={() => url.set({ trial: null })}
      />
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={6}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography textColor="neutral600" style={{ flex: '1 1 36rem' }}>
          {t('trials.about')}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" size="S" onClick={() => setAsking(true)}>
            {t(`trials.policy.${data.policy.failing}`)}
          </Button>
          <Button
            variant="secondary"
            startIcon={<Plus />}
            disabled={!data.choices}
            onClick={() => url.set({ trial: 'record' })}
          >
            {t('trials.record')}
          </Button>
          <Button
            startIcon={<Play />}
            disabled={running || data.scenarios.length === 0}
            loading={running}
            onClick={() => void run(null)}
          >
            {t('trials.runAll')}
          </Button>
        </Flex>
      </Flex>
      {failed && <ProblemSummary problem={failed} />}
      {!data.choices && (
        <Box padding={3} background="warning100" hasRadius role="alert">
          <Typography textColor="neutral800">{t('trials.unreadable')}</Typography>
        </Box>
      )}
      <RunStatus run={data.run} coverage={data.coverage} />
      {data.scenarios.length === 0 ? (
        <Empty title={t('trials.none')}>{t('trials.noneAbout')}</Empty>
      ) : (
        <Flex alignItems="flex-start" gap={3} wrap="wrap">
          <ScenarioList
            scenarios={data.scenarios}
            run={data.run}
            file={file}
            onOpen={(one) => url.set({ scenario: one })}
          />
          <Box style={{ flex: '1 1 60rem', minWidth: 0 }}>
            {chosen && (
              <ScenarioResultView
                key={`${chosen.file} ${chosen.last?.ranAt}`}
                draftId={draft.draft.id}
                model={data.mainModel}
                row={chosen}
                coverage={data.coverage}
                busy={running}
                onRun={() => void run([chosen.file])}
                onEdit={() => url.set({ trial: 'edit', scenario: chosen.file })}
              />
            )}
          </Box>
        </Flex>
      )}
      {asking && (
        <PolicyDialog
          failing={data.policy.failing}
          onClose={() => setAsking(false)}
          onSaved={() => {
            setAsking(false);
            reload();
          }}
        />
      )}
    </Flex>
  );
};

export default TrialsPanel;
