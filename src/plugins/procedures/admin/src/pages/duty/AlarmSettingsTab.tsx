import { Box, Button, Checkbox, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import type { AlarmAdministration } from '../../../../shared/alarms-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { EditedProblem } from '../../components/EditedProblem';
import { ErrorState } from '../../components/ErrorState';
import { FieldGroup } from '../../components/FieldGroup';
import { Skeleton } from '../../components/Skeleton';
import { useEdited } from '../../components/useEdited';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { useSaving } from '../notifications/useSaving';
import { ContactFields } from './ContactFields';
import { StepFields } from './StepFields';

/** For the administrator: whom an alarm reaches after how long, whom to call, where it sounds. */
export const AlarmSettingsTab = () => {
  const { data, problem, reload } = useResource<AlarmAdministration>('/alarm-settings');
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={10} />;
  return <Form view={data} onReload={reload} />;
};

const editable = ({ version, settings }: AlarmAdministration) => ({ version, value: settings });

const Form = ({ view, onReload }: { view: AlarmAdministration; onReload(): void }) => {
  const { t, pick } = useText();
  const saving = useSaving();
  const edited = useEdited(editable(view));
  const { value: settings, version, set } = edited;
  const { desks, planners } = settings;
  const save = async () => {
    await saving.run(async () => {
      edited.saved(editable(await put<AlarmAdministration>('/alarm-settings', { version, settings })));
    });
    // Also when somebody else was faster: what they saved is told.
    onReload();
  };
  return (
    <Card title={t('alarmSettings.title')}>
      <EditedProblem edited={edited} saving={saving} />
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
