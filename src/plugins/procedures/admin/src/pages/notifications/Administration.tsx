import { Box, Button, Checkbox, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { NotificationAdministration } from '../../../../shared/notifications-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
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
      <Form key={data.version} view={data} onSaved={reload} />
      <MailLog mails={data.mails} onChanged={reload} />
    </Flex>
  );
};

/** What holds for everybody of the office who has chosen nothing else, and who hears of a term. */
const Form = ({ view, onSaved }: { view: NotificationAdministration; onSaved(): void }) => {
  const { t } = useText();
  const saving = useSaving();
  const [settings, setSettings] = React.useState(view.settings);
  const [times, setTimes] = React.useState(view.settings.digestTimes.join(', '));
  const set = (change: Partial<typeof settings>) => setSettings((last) => ({ ...last, ...change }));
  const { quiet } = settings;
  const save = () =>
    saving.run(async () => {
      await put('/notifications/administration', {
        version: view.version,
        settings: {
          ...settings,
          quiet: quiet && { from: timesIn(quiet.from)[0], to: timesIn(quiet.to)[0] },
          digestTimes: timesIn(times),
        },
      });
      onSaved();
    });
  return (
    <Card title={t('notices.officeRules')}>
      {saving.problem && <ProblemSummary problem={saving.problem} />}
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
          onChange={setTimes}
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
