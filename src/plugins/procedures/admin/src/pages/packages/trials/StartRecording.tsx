import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import * as React from 'react';

import type { FormValues } from '../../../../../shared/contracts';
import type { ScenarioChoices } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { type FormHandle, FormView } from '../../../components/form/FormView';
import { InvalidNotice } from '../../../components/InvalidNotice';
import { useText } from '../../../text/useText';
import { toLocalInput } from '../../../time/instants';
import { fromLocal } from './fromLocal';
import type { TrialRecording } from './useRecording';

interface Props {
  choices: ScenarioChoices;
  recording: TrialRecording;
  onTyped(): void;
}

const NOTHING: FormValues = {};

/** The first step: which start, when, and what is entered. */
export const StartRecording = ({ choices, recording, onTyped }: Props) => {
  const { t, pick } = useText();
  const [event, setEvent] = React.useState(choices.starts[0]?.event ?? '');
  const [at, setAt] = React.useState(() => toLocalInput(new Date()));
  const [invalid, setInvalid] = React.useState(false);
  const handle = React.useRef<FormHandle>(null);
  const start = choices.starts.find((one) => one.event === event);
  const begin = async () => {
    const values = start?.form ? await handle.current?.submit() : NOTHING;
    setInvalid(!values || at === '');
    if (!values || at === '') return;
    void recording.start(fromLocal(at), { event, at: fromLocal(at), values });
  };
  return (
    <Card title={t('trials.startTitle')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          <Field.Root name="start" style={{ minWidth: '28rem' }}>
            <Field.Label>{t('trials.startEvent')}</Field.Label>
            <SingleSelect value={event} onChange={(value: string | number) => setEvent(String(value))}>
              {choices.starts.map((one) => (
                <SingleSelectOption key={one.event} value={one.event}>
                  {pick(one.title)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root
            name="at"
            hint={t('trials.startAtHint')}
            error={invalid && at === '' ? t('field.required') : undefined}
          >
            <Field.Label>{t('trials.startAt')}</Field.Label>
            <TextInput
              type="datetime-local"
              value={at}
              onChange={(change: React.ChangeEvent<HTMLInputElement>) => setAt(change.target.value)}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Flex>
        {start?.form && (
          <FormView
            key={event}
            ref={handle}
            schema={start.form}
            initial={NOTHING}
            readOnly={recording.busy}
            onChange={onTyped}
          />
        )}
        <Flex gap={3} wrap="wrap">
          <Button startIcon={<Play />} loading={recording.busy} onClick={() => void begin()}>
            {t('trials.begin')}
          </Button>
          <InvalidNotice shown={invalid && !recording.busy} />
        </Flex>
      </Flex>
    </Card>
  );
};
