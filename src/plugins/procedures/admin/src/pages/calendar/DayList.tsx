import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';

import type { CalendarDay } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';

interface Props {
  days: CalendarDay[];
  onPick?(day: string): void;
}

/** The year's exceptions in words: what a colour on a sheet cannot tell. */
export const DayList = ({ days, onPick }: Props) => {
  const { t } = useText();
  return (
    <Box paddingTop={4}>
      {days.length === 0 ? (
        <Empty title={t('calendar.noDays')}>{t('calendar.noDaysHint')}</Empty>
      ) : (
        <Card title={t('calendar.listTitle')}>
          <ul>
            {[...days]
              .sort((a, b) => a.day.localeCompare(b.day))
              .map((each) => (
                <Flex key={each.day} tag="li" gap={3} wrap="wrap" paddingTop={1} paddingBottom={1}>
                  <Typography style={{ flex: '0 0 9rem' }}>{formatDay(`${each.day}T12:00:00Z`)}</Typography>
                  <Typography variant="pi" textColor="neutral600" style={{ flex: '0 0 12rem' }}>
                    {t(`calendar.kind.${each.kind}`)}
                  </Typography>
                  <Typography style={{ flex: '1 1 16rem' }}>{each.name}</Typography>
                  <Mark>{t(`calendar.status.${each.status}`)}</Mark>
                  {onPick && (
                    <Button
                      size="S"
                      variant="ghost"
                      startIcon={<Pencil />}
                      aria-label={t('calendar.editDay', { day: formatDay(`${each.day}T12:00:00Z`) })}
                      onClick={() => onPick(each.day)}
                    >
                      {t('action.edit')}
                    </Button>
                  )}
                </Flex>
              ))}
          </ul>
        </Card>
      )}
    </Box>
  );
};
