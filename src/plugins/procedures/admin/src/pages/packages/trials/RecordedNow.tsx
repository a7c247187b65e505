import { Typography } from '@strapi/design-system';

import type { TrialObservation } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { FactList } from '../../../components/FactList';
import { type TextKey, useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

/** Where the trial case stands: its time, state, clocks, notices. */
export const RecordedNow = ({ seen }: { seen: TrialObservation }) => {
  const { t, pick } = useText();
  return (
    <Card title={t('trials.now')}>
      <FactList
        facts={[
          [t('trials.clockNow'), formatInstant(seen.at)],
          [t('trials.state'), seen.stateTitle ? pick(seen.stateTitle) : seen.state],
          [t('trials.bookNo'), seen.bookNo],
          [t('trials.outcome'), seen.outcome],
        ]}
      />
      {seen.incidents.map((one) => (
        <Typography key={one.element} tag="p" textColor="danger600">
          {one.element}: {one.message}
        </Typography>
      ))}
      {seen.calls.length > 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('trials.http.calls')}:{' '}
          {seen.calls
            .map(({ element, method, path, body }) =>
              t('trials.http.call', { step: element, method, path, body: body ? JSON.stringify(body) : '' }).trim(),
            )
            .join('; ')}
        </Typography>
      )}
      <ul aria-label={t('trials.clocks')}>
        {seen.clocks.map((clock) => (
          <li key={`${clock.ruleId} ${clock.startAt}`}>
            <Typography>{clock.title ? pick(clock.title) : clock.rule}</Typography>{' '}
            <Typography variant="pi" textColor="neutral600">
              {t(`trials.clockState.${clock.state}` as TextKey)}
              {clock.state === 'RUNNING' &&
                ` · ${t(`trials.clockStage.${clock.stage}` as TextKey)} · ${t('trials.due', { when: formatInstant(clock.due) })}`}
            </Typography>
          </li>
        ))}
      </ul>
      {seen.notices.length > 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
          {t('trials.notices', { list: seen.notices.map((one) => one.recipient).join(', ') })}
        </Typography>
      )}
    </Card>
  );
};
