import { Box, Button, Checkbox, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { AlarmAdministration } from '../../../../shared/alarms-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { FieldGroup } from '../../components/FieldGroup';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { useSaving } from '../notifications/useSaving';
import { ContactFields } from './ContactFields';
import { StepFields } from './StepFields';

/** For the administrator: whom an alarm reaches after how long, whom to call, where it sounds. */
export const AlarmSettingsTab = () => {
  const { data, problem, reload } = useResource<AlarmAdministration>('/alarm-settings');
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={10} />;
  return <Form key={data.version} view={data} onSaved={reload} />;
};

const Form = ({ view, onSaved }: { view: AlarmAdministration; onSaved(): void }) => {
  const { t, pick } = useText();
  const saving = useSaving();
  const [settings, setSettings] = React.useState(view.settings);
  const set = (change: Partial<typeof settings>) => setSettings((last) => ({ ...last, ...change }));
  const { desks, planners } = settings;
  const save = () =>
    saving.run(async () => {
      await put('/alarm-settings', { version: view.version, settings });
      onSaved();
    });
  return (
    <Card title={t('alarmSettings.title')}>
      {saving.problem && <ProblemSummary problem={saving.problem} />}
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="p" textColor="neutral600">
          {t('alarmSettings.about')}
        </Typography>
        <StepFields steps={settings.steps} onChange={(steps) => set({ steps })} />
        {view.missingContacts.length > 0 && (
          <WarnText tag="p">{t('alarmSettings.missing', { codes: view.missingContacts.join(', ') })}</WarnText>
        )}
        <ContactFields contacts={settings.contacts} onChange={(contacts) => set({ contacts })} />
        <FieldGroup isSection legend={t('alarmSettings.desks')} hint={t('alarmSettings.desksHint')}>
          {view.groups.map(({ id, title }) => {
            const desk = desks.find(({ group }) => group === id);
            const others = desks.filter(({ group }) => group !== id);
            return (
              <Flex key={id} gap={4} wrap="wrap">
                <Checkbox
                  checked={desk !== undefined}
                  onCheckedChange={(checked) =>
                    set({ desks: checked === true ? [...others, { group: id, sound: true }] : others })
                  }
                >
                  {pick(title)}
                </Checkbox>
                {desk && (
                  <Checkbox
                    checked={desk.sound}
                    aria-label={`${pick(title)}: ${t('alarmSettings.soundAt')}`}
                    onCheckedChange={(checked) => set({ desks: [...others, { group: id, sound: checked === true }] })}
                  >
                    {t('alarmSettings.soundAt')}
                  </Checkbox>
                )}
              </Flex>
            );
          })}
        </FieldGroup>
        <FieldGroup isSection legend={t('alarmSettings.planners')}>
          {view.groups.map(({ id, title }) => (
            <Checkbox
              key={id}
              checked={planners.includes(id)}
              onCheckedChange={(checked) =>
                set({ planners: [...planners.filter((one) => one !== id), ...(checked === true ? [id] : [])] })
              }
            >
              {pick(title)}
            </Checkbox>
          ))}
        </FieldGroup>
        <Field.Root name="repeatSeconds" style={{ maxWidth: '32rem' }}>
          <Field.Label>{t('alarmSettings.repeat')}</Field.Label>
          <NumberInput
            value={settings.repeatSeconds}
            onValueChange={(value: number | undefined) => set({ repeatSeconds: value ?? 0 })}
          />
        </Field.Root>
      </Flex>
      <ActionBar>
        <Button loading={saving.busy} onClick={() => void save()}>
          {t('action.save')}
        </Button>
        <Box role="status">
          {saving.saved && <Typography textColor="success700">{t('alarmSettings.saved')}</Typography>}
        </Box>
      </ActionBar>
    </Card>
  );
};
