/** pages/intake/ owns "Tiếp nhận": a new case from one of the start forms, typed once and never lost. */
import { Button, Link, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';

import type { StartForm } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { IntakeForm } from './IntakeForm';
import type { Received } from './intakeResult';
import { Receipt } from './Receipt';
import { StartChoice } from './StartChoice';

const Intake = () => {
  const { t, pick } = useText();
  const { data, problem, reload } = useResource<StartForm[]>('/starts');
  const [chosen, setChosen] = React.useState<StartForm | null>(null);
  const [received, setReceived] = React.useState<Received | null>(null);
  const start = chosen ?? (data?.length === 1 ? data[0] : null);

  const body = () => {
    if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
    if (data.length === 0) return <Empty title={t('intake.none')}>{t('intake.noneHint')}</Empty>;
    if (received) return <Receipt received={received} onNext={() => setReceived(null)} />;
    if (!start) return <StartChoice starts={data} onPick={setChosen} />;
    return <IntakeForm key={`${start.packageId} ${start.event}`} start={start} onReceived={setReceived} />;
  };
  return (
    <PageBody>
      <PageHeader
        title={start && !received ? pick(start.title) : t('menu.intake')}
        subtitle={
          <Typography textColor="neutral600">
            {t('intake.subtitle')}{' '}
            <Link tag={RouterLink} to={`${PAGES_ROOT}/templates`}>
              {t('intake.paper')}
            </Link>
          </Typography>
        }
        actions={
          chosen && !received && (data?.length ?? 0) > 1 ? (
            <Button variant="tertiary" onClick={() => setChosen(null)}>
              {t('intake.chooseAnother')}
            </Button>
          ) : undefined
        }
      />
      {body()}
    </PageBody>
  );
};

const IntakePage = () => (
  <PluginPage page="intake">
    <Intake />
  </PluginPage>
);

export default IntakePage;
