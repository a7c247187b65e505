import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Link } from 'react-router-dom';

import type { AlarmView } from '../../../../shared/alarms-contract';
import { AlarmContacts } from '../../alarms/AlarmContacts';
import { AlarmText } from '../../alarms/AlarmText';
import { useAlarmActs } from '../../alarms/useAlarmActs';
import { post } from '../../api/send';
import { useNow } from '../../clocks/useNow';
import { Card } from '../../components/Card';
import { ProblemSummary } from '../../components/ProblemSummary';
import { ReasonDialog } from '../../components/ReasonDialog';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';

interface Props {
  alarms: AlarmView[];
  onChanged(): void;
}

/** Alarms of the unit that have not ended, also those that somebody has taken on. */
export const BoardAlarms = ({ alarms, onChanged }: Props) => {
  const { t } = useText();
  const now = useNow();
  const acts = useAlarmActs(onChanged);
  const [closing, setClosing] = React.useState<string | null>(null);
  return (
    <Box paddingBottom={4}>
      <Card title={t('duty.alarms')} aside={<Typography fontWeight="bold">{alarms.length}</Typography>}>
        {acts.problem && <ProblemSummary problem={acts.problem} />}
        {alarms.length === 0 && <Typography textColor="neutral600">{t('duty.noAlarms')}</Typography>}
        <Flex direction="column" alignItems="stretch" gap={4} tag="ul">
          {alarms.map((alarm) => (
            <Box
              tag="li"
              key={alarm.id}
              paddingLeft={3}
              style={{ borderLeft: `4px solid ${alarm.state === 'ACKNOWLEDGED' ? '#b9770e' : '#a3160f'}` }}
            >
              <Typography tag="div">
                <AlarmText alarm={alarm} now={now} tag="h3" />
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('alarm.rung', { names: alarm.rung.map(({ name }) => name).join(', ') })}
                </Typography>
                <AlarmContacts contacts={alarm.contacts} />
              </Typography>
              <Flex gap={2} wrap="wrap" paddingTop={2}>
                {alarm.mayAcknowledge && (
                  <Button
                    variant="danger"
                    loading={acts.busy === alarm.id}
                    onClick={() => void acts.acknowledge(alarm.id)}
                  >
                    {t('alarm.acknowledge')}
                  </Button>
                )}
                {alarm.mayOpen && (
                  <LinkButton tag={Link} to={`${PAGES_ROOT}/cases/${alarm.caseId}`} variant="tertiary">
                    {t('alarm.open')}
                  </LinkButton>
                )}
                {alarm.mayClose && (
                  <Button variant="tertiary" onClick={() => setClosing(alarm.id)}>
                    {t('alarm.close')}
                  </Button>
                )}
              </Flex>
            </Box>
          ))}
        </Flex>
      </Card>
      {closing && (
        <ReasonDialog
          title={t('alarm.closeTitle')}
          about={t('alarm.closeAbout')}
          label={t('alarm.closeLabel')}
          confirm={t('alarm.close')}
          onClose={() => setClosing(null)}
          onConfirm={async (reason) => {
            await post(`/alarms/${closing}/close`, { reason });
            setClosing(null);
            onChanged();
          }}
        />
      )}
    </Box>
  );
};
