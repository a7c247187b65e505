import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Plus } from '@strapi/icons';
import * as React from 'react';
import { flushSync } from 'react-dom';

import type { Scenario, ScenarioChoices, ScenarioStep } from '../../../../../shared/trials-contract';
import { newId } from '../../../api/newId';
import { type Problem, readProblem } from '../../../api/problem';
import { Card } from '../../../components/Card';
import { ErrorState } from '../../../components/ErrorState';
import { useAskBeforeLeaving } from '../../../components/leaving';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { Skeleton } from '../../../components/Skeleton';
import { useLeaveWarning } from '../../../components/useLeaveWarning';
import { useText } from '../../../text/useText';
import { StepEditor } from './StepEditor';
import { type OpenScenario, readScenario, writeScenario } from './scenarioFile';
import { TYPED_IN_TRIAL } from './typedInTrial';

interface Props {
  draftId: string;
  file: string;
  choices: ScenarioChoices;
  onSaved(file: string): void;
  onClose(): void;
}

/** A scenario as a form: what is given, what is done, what must hold. Nobody types JSON. */
export const ScenarioEditor = ({ draftId, file, choices, onSaved, onClose }: Props) => {
  const { t } = useText();
  const [open, setOpen] = React.useState<OpenScenario | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [saving, setSaving] = React.useState(false);
  /** the key of the step that is open */
  const [unfolded, setUnfolded] = React.useState<string | null>(null);
  const [changed, setChanged] = React.useState(false);
  /** Of each step: a form that is open follows its step, wherever it is moved to. */
  const [keys, setKeys] = React.useState<string[]>([]);
  useLeaveWarning(changed);
  useAskBeforeLeaving(changed, TYPED_IN_TRIAL);
  React.useEffect(() => {
    readScenario(draftId, file)
      .then((read) => {
        const made = read.scenario.steps.map(() => newId());
        setKeys(made);
        setUnfolded(made[0] ?? null);
        setOpen(read);
      })
      .catch((thrown: unknown) => setProblem(readProblem(thrown)));
  }, [draftId, file]);
  if (!open) return problem ? <ErrorState problem={problem} onRetry={onClose} /> : <Skeleton rows={8} />;
  const { scenario } = open;
  const change = (part: Partial<Scenario>) => {
    setChanged(true);
    setOpen({ ...open, scenario: { ...scenario, ...part } });
  };
  const setStep = (at: number, step: ScenarioStep) =>
    change({ steps: scenario.steps.map((one, index) => (index === at ? step : one)) });
  const move = (at: number, by: number) => {
    change({ steps: moved(scenario.steps, at, by) });
    setKeys(moved(keys, at, by));
    setUnfolded(keys[at] ?? null);
  };
  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      await writeScenario(draftId, file, open);
      // Before the page goes on: it would ask.
      flushSync(() => setChanged(false));
      onSaved(file);
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setSaving(false);
    }
  };
  type Change = React.ChangeEvent<HTMLInputElement>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={6}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={onClose}>
          {t('trials.back')}
        </Button>
        <Button startIcon={<Check />} loading={saving} onClick={() => void save()}>
          {t('trials.save')}
        </Button>
      </Flex>
      {problem && <ProblemSummary problem={problem} />}
      <Card title={file}>
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          {(['vi', 'en'] as const).map((language) => (
            <Field.Root key={language} name={`title-${language}`} style={{ flex: '1 1 32rem' }}>
              <Field.Label>{t(language === 'vi' ? 'trials.titleVi' : 'trials.titleEn')}</Field.Label>
              <TextInput
                value={scenario.title[language]}
                onChange={(event: Change) => change({ title: { ...scenario.title, [language]: event.target.value } })}
              />
            </Field.Root>
          ))}
        </Flex>
      </Card>
      {scenario.steps.map((step, index) => (
        <StepEditor
          key={keys[index]}
          number={index + 1}
          count={scenario.steps.length}
          step={step}
          choices={choices}
          unfolded={unfolded === keys[index]}
          onUnfold={() => setUnfolded(unfolded === keys[index] ? null : (keys[index] ?? null))}
          onChange={(next) => setStep(index, next)}
          onMove={(by) => move(index, by)}
          onRemove={() => {
            change({ steps: scenario.steps.filter((_, at) => at !== index) });
            setKeys(keys.filter((_, at) => at !== index));
          }}
        />
      ))}
      <Flex>
        <Button
          variant="secondary"
          startIcon={<Plus />}
          onClick={() => {
            change({ steps: [...scenario.steps, { advance: { by: 'P1D' } }] });
            const key = newId();
            setKeys([...keys, key]);
            setUnfolded(key);
          }}
        >
          {t('trials.addStep')}
        </Button>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {t('trials.editAbout')}
      </Typography>
    </Flex>
  );
};

function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const rest = list.filter((_, index) => index !== at);
  return [...rest.slice(0, at + by), ...list.slice(at, at + 1), ...rest.slice(at + by)];
}
