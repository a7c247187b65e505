import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { VolumeMute, VolumeUp } from '@strapi/icons';

import { allowSound, ringOnce } from '../../alarms/alarmSound';
import { useMaySound } from '../../alarms/useAlarmSound';
import { Card } from '../../components/Card';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';

/** Asked once a shift, before anything rings: whether this computer will be heard at all. */
export const SoundCard = () => {
  const { t } = useText();
  const may = useMaySound();
  const Icon = may ? VolumeUp : VolumeMute;
  return (
    <Card title={t('alarm.sound')}>
      <Flex gap={3} alignItems="flex-start" data-may-sound={may}>
        <Icon aria-hidden width="2rem" height="2rem" style={{ flex: 'none' }} />
        <Box>
          {may ? (
            <Typography tag="p">{t('alarm.soundReady')}</Typography>
          ) : (
            <WarnText tag="p">{t('alarm.soundAsk')}</WarnText>
          )}
          <Box paddingTop={2}>
            <Button
              size="S"
              variant={may ? 'tertiary' : 'default'}
              onClick={() => void allowSound().then((allowed) => allowed && ringOnce())}
            >
              {t(may ? 'alarm.try' : 'alarm.allowSound')}
            </Button>
          </Box>
        </Box>
      </Flex>
    </Card>
  );
};
