import { Box, Button, Checkbox, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import type { NotificationAdministration } from '../../../../shared/notifications-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { EditedProblem } from '../../components/EditedProblem';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useEdited } from '../../components/useEdited';
import { useText } from '../../text/useText';
import { EscalationTable } from './EscalationTable';
import { KindChoices } from './KindChoices';
import { MailLog } from './MailLog';
import { MailNotice } from './MailNotice';
import { QuietFields, TimeField, timesIn } from './TimeFields';
import { useSaving } from './useSaving';

export const Administration = () => {
  const { data, problem, reload } = useResource<NotificationAdministration>('/notifications/administration');
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={10} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Form view={data} onReload={reload} />
      <MailLog mails={data.mails} onChanged={reload} />
    </Flex>
  );
};

/** The times as people write them: what is no time yet stays as it is typed. */
const editable = ({ version, settings }: NotificationAdministration) => ({
  version,
  value: { ...settings, times: settings.digestTimes.join(', ') },
});

/** What holds for everybody of the office who has chosen nothing else, and who hears of a term. */
const Form = ({ view, onReload }: { view: NotificationAdministration; onReload(): void }) => {
  const { t } = useText();
  const saving = useSaving();
  const edited = useEdited(editable(view));
  const { version, set } = edited;
  const { times, ...settings } = edited.value;
  const { quiet } = settings;
  const save = async () => {
    await saving.run(async () => {
      const saved = await put<NotificationAdministration>('/notifications/administration', {
        version,
        settings: {
          ...settings,
          quiet: quiet && { from: timesIn(quiet.from)[0], to: timesIn(quiet.to)[0] },
          digestTimes: timesIn(times),
        },
      });
      edited.saved(editable(saved));
    });
    // Also when somebody else was faster: what they saved is told.
    onReload();
  };
  return (
    <Card title={t('notices.officeRules')}>
      <EditedProblem edited={edited} saving={saving} />
      <MailNotice mail={view.mail} />
      <KindChoices
        value={settings.mail}
        fallback={null}
        onChange={(kind, choice) => choice && set({ mail: { ...settings.mail, [kind]: choice } })}
        aside={(kind) => (
          <Checkbox
            checked={settings.urgentKinds.includes(kind)}
            onCheckedChange={(checked) =>
              set({
                urgentKinds: [
                  ...settings.urgentKinds.filter((each) => each !== kind),
                  ...(checked === true ? [kind] : []),
                ],
              })
            }
          >
            {t('notices.urgent')}
          </Checkbox>
        )}
      />
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={5}>
        <TimeField
          label={t('notices.digestTimes')}
          hint={t('notices.digestZone', { zone: view.timeZone })}
          value={times}
          onChange={(next) => set({ times: next })}
        />
        <Checkbox
          checked={quiet !== null}
          onCheckedChange={(checked) => set({ quiet: checked === true ? { from: '21:00', to: '06:30' } : null })}
        >
          {t('notices.quietOn')}
        </Checkbox>
        {quiet && <QuietFields value={quiet} onChange={(value) => set({ quiet: value })} />}
        <Typography variant="delta" tag="h3">
          {t('notices.escalation')}
        </Typography>
        <Field.Root name="escalateAfter" hint={t('notices.escalateAfterHint')}>
          <Field.Label>{t('notices.escalateAfter')}</Field.Label>
          <NumberInput
            value={settings.escalateAfterMinutes}
            onValueChange={(value: number | undefined) => set({ escalateAfterMinutes: value ?? 0 })}
          />
          <Field.Hint />
        </Field.Root>
        <EscalationTable steps={settings.escalation} onChange={(escalation) => set({ escalation })} />
      </Flex>
      <ActionBar>
        <Button loading={saving.busy} onClick={() => void save()}>
          {t('action.save')}
        </Button>
        <Box role="status">{saving.saved && <Typography textColor="success700">{t('notices.saved')}</Typography>}</Box>
      </ActionBar>
    </Card>
  );
};
