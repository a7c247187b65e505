import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { MyNotificationSettings } from '../../../../shared/notifications-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { KindChoices } from './KindChoices';
import { MailNotice } from './MailNotice';
import { QuietFields, TimeField, timesIn } from './TimeFields';
import { useSaving } from './useSaving';

export const MySettings = () => {
  const { data, problem, reload } = useResource<MyNotificationSettings>('/notifications/settings');
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
  return <Form view={data} />;
};

/** How one person wants to be told; what is left as it is follows the office. */
const Form = ({ view }: { view: MyNotificationSettings }) => {
  const { t } = useText();
  const { tenant, preferences, mail } = view;
  const saving = useSaving();
  const [choices, setChoices] = React.useState(preferences.mail);
  const [mode, setMode] = React.useState(typeof preferences.quiet === 'string' ? preferences.quiet : 'own');
  const [quiet, setQuiet] = React.useState(
    typeof preferences.quiet === 'string' ? (tenant.quiet ?? { from: '21:00', to: '06:30' }) : preferences.quiet,
  );
  const [times, setTimes] = React.useState((preferences.digestTimes ?? []).join(', '));
  const quietOfOffice = tenant.quiet ? `${tenant.quiet.from}–${tenant.quiet.to}` : t('notices.quietNone');
  const save = () =>
    saving.run(() =>
      put('/notifications/settings', {
        quiet: mode === 'own' ? { from: timesIn(quiet.from)[0], to: timesIn(quiet.to)[0] } : mode,
        digestTimes: times.trim() === '' ? null : timesIn(times),
        mail: choices,
      }),
    );
  return (
    <Card>
      {saving.problem && <ProblemSummary problem={saving.problem} />}
      <MailNotice mail={mail} />
      <Typography tag="p" textColor="neutral600" style={{ paddingBottom: 12 }}>
        {t('notices.panelAlways')} {mail.address ? t('notices.mailTo', { address: mail.address }) : ''}
      </Typography>
      <KindChoices
        value={choices}
        fallback={tenant.mail}
        onChange={(kind, choice) =>
          setChoices((last) => {
            const { [kind]: _was, ...rest } = last;
            return choice ? { ...rest, [kind]: choice } : rest;
          })
        }
      />
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={5}>
        <TimeField
          label={t('notices.digestTimes')}
          hint={t('notices.digestHint', { times: tenant.digestTimes.join(', '), zone: view.timeZone })}
          value={times}
          onChange={setTimes}
        />
        <Field.Root name="quiet" hint={t('notices.quietHint')}>
          <Field.Label>{t('notices.quiet')}</Field.Label>
          <SingleSelect value={mode} onChange={(value) => setMode(value as typeof mode)}>
            <SingleSelectOption value="tenant">{t('notices.asOffice', { choice: quietOfOffice })}</SingleSelectOption>
            <SingleSelectOption value="own">{t('notices.quietOwn')}</SingleSelectOption>
            <SingleSelectOption value="off">{t('notices.quietNone')}</SingleSelectOption>
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
        {mode === 'own' && <QuietFields value={quiet} onChange={setQuiet} />}
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
