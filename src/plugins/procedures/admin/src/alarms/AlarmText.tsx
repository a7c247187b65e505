import { Typography } from '@strapi/design-system';

import type { AlarmView } from '../../../shared/alarms-contract';
import { spanInWords } from '../clocks/describeClock';
import { useText } from '../text/useText';
import { formatTime } from '../time/instants';

interface Props {
  alarm: AlarmView;
  now: Date;
  /** heading level of the title; none where it labels a dialog */
  tag?: 'h3' | 'p';
  id?: string;
}

/** What rings, for how long, and when it is passed on: no word about a person of the case. */
export const AlarmText = ({ alarm, now, tag = 'p', id }: Props) => {
  const { t, pick, language } = useText();
  const facts = [
    t('alarm.since', {
      time: formatTime(alarm.raisedAt),
      span: spanInWords(now.getTime() - new Date(alarm.raisedAt).getTime(), language),
    }),
    alarm.nextAt && alarm.nextTo
      ? t('alarm.next', { time: formatTime(alarm.nextAt), to: t(`alarm.to.${alarm.nextTo}`) })
      : null,
    alarm.acknowledged
      ? t('alarm.acknowledgedBy', { name: alarm.acknowledged.by, time: formatTime(alarm.acknowledged.at) })
      : t(alarm.state === 'ESCALATED' ? 'alarm.escalated' : 'alarm.nobodyYet'),
  ].filter((one): one is string => one !== null);
  return (
    <div style={{ minWidth: 0 }}>
      <Typography
        tag={tag}
        id={id}
        fontWeight="bold"
        textColor="inherit"
        style={{ color: 'inherit', fontSize: '1.6rem' }}
      >
        {[alarm.bookNo, pick(alarm.title)].filter(Boolean).join(' · ')}
      </Typography>
      <Typography tag="p" style={{ color: 'inherit', overflowWrap: 'anywhere' }}>
        {alarm.details.map(({ label, value }) => `${pick(label)}: ${value}`).join(' · ')}
      </Typography>
      <Typography tag="p" variant="pi" style={{ color: 'inherit' }}>
        {[alarm.unitName, ...facts].join(' · ')}
      </Typography>
    </div>
  );
};
