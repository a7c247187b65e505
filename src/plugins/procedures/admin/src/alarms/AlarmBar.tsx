import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Link, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';

import { useNow } from '../clocks/useNow';
import { PAGES_ROOT } from '../text/pluginId';
import { useText } from '../text/useText';
import { formatTime } from '../time/instants';
import { AlarmContacts } from './AlarmContacts';
import { AlarmText } from './AlarmText';
import { allowSound, tonesBegun } from './alarmSound';
import { useAlarmActs } from './useAlarmActs';
import { useAlarmSound } from './useAlarmSound';
import { useRinging } from './useRinging';
import { useTabTitle } from './useTabTitle';

// The red of the bar is the same in both themes, so that white on it always reads.
const Bar = styled.div`
  position: sticky;
  top: 0;
  z-index: 5;
  padding: 8px 16px;
  max-height: 60dvh;
  overflow-y: auto;
  color: #fff;
  background: #a3160f;
  border-bottom: 3px solid #fff;
  &:focus-visible {
    outline: 3px solid #fff;
    outline-offset: -6px;
  }
  /* On a phone the numbers stand in one line that is pushed aside, so that work goes on below. */
  @media (max-width: 700px) {
    max-height: 45dvh;
    ul {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    ul a {
      white-space: nowrap;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    &[data-ringing='true'] {
      animation: procedures-alarm 1.2s ease-in-out infinite alternate;
    }
  }
  @keyframes procedures-alarm {
    from {
      background: #a3160f;
    }
    to {
      background: #7d0f0a;
    }
  }
`;

/** That nothing can ring is said again and again too, but seldom. */
const LOST_REPEAT_S = 60;

/** What rings for the reader, above every page, until somebody acknowledges it. */
export const AlarmBar = ({ onHeight }: { onHeight(height: number): void }) => {
  const { t, pick } = useText();
  const { data, lostSince, reload } = useRinging();
  const { pathname } = useLocation();
  const acts = useAlarmActs(reload);
  const alarms = data?.alarms ?? [];
  const [first, ...others] = alarms;
  const isLost = lostSince !== null && data?.atDesk === true;
  const sound = useAlarmSound(
    (Boolean(first) || isLost) && data?.sound === true,
    first ? (data?.repeatSeconds ?? 4) : LOST_REPEAT_S,
  );
  const now = useNow();
  useTabTitle(first ? t('alarm.tab', { count: alarms.length }) : null);
  const frame = React.useRef<HTMLDivElement>(null);
  const id = React.useId();
  const shown = Boolean(first) || acts.problem !== null || isLost;

  React.useEffect(() => {
    const element = frame.current;
    if (!shown || !element) {
      onHeight(0);
      return undefined;
    }
    const watch = new ResizeObserver(() => onHeight(element.offsetHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, [shown, onHeight]);

  const firstId = first?.id;
  React.useEffect(() => {
    // Whoever is typing is not torn away: a key pressed then would answer the alarm. The live words are heard all the same.
    if (firstId && (document.activeElement === document.body || document.activeElement === null))
      frame.current?.focus();
  }, [firstId]);

  if (!shown) return null;
  const open = `${PAGES_ROOT}/cases/${first?.caseId}`;
  return (
    <Bar
      ref={frame}
      role="alertdialog"
      aria-labelledby={first ? `${id}-title` : undefined}
      aria-label={first ? undefined : t('alarm.bar')}
      aria-describedby={`${id}-about`}
      tabIndex={-1}
      data-ringing={Boolean(first)}
      data-line={isLost ? 'lost' : 'up'}
      data-alarm={first?.id}
      data-alarm-sound={data?.sound === false ? 'silent' : sound}
      data-alarm-tones={tonesBegun()}
    >
      <div aria-live="assertive" id={`${id}-about`}>
        {acts.problem && (
          <Flex gap={3} wrap="wrap" paddingBottom={first ? 2 : 0}>
            <Typography tag="p" fontWeight="bold" style={{ color: 'inherit' }}>
              {pick(acts.problem)}
            </Typography>
            <Button variant="tertiary" size="S" onClick={acts.dismiss}>
              {t('action.close')}
            </Button>
          </Flex>
        )}
        {isLost && (
          <Flex gap={3} wrap="wrap" paddingBottom={first ? 2 : 0}>
            <Typography tag="p" fontWeight="bold" style={{ color: 'inherit' }}>
              {t('alarm.lineLost', { time: formatTime(lostSince) })}
            </Typography>
            <Button variant="tertiary" size="S" onClick={reload}>
              {t('action.retry')}
            </Button>
          </Flex>
        )}
        {first && <AlarmText alarm={first} now={now} id={`${id}-title`} />}
      </div>
      {first && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
          <AlarmContacts contacts={first.contacts} />
          <Flex gap={2} wrap="wrap">
            {first.mayAcknowledge && (
              <Button
                variant="secondary"
                size="M"
                loading={acts.busy === first.id}
                onClick={() => void acts.acknowledge(first.id)}
              >
                {t('alarm.acknowledge')}
              </Button>
            )}
            {first.mayOpen && pathname !== open && (
              <LinkButton tag={Link} to={open} variant="tertiary" size="M">
                {t('alarm.open')}
              </LinkButton>
            )}
            {sound === 'blocked' && data?.sound && (
              <Button variant="tertiary" size="M" onClick={() => void allowSound()}>
                {t('alarm.allowSound')}
              </Button>
            )}
            <Typography variant="pi" style={{ color: 'inherit', alignSelf: 'center' }}>
              {[
                others.length > 0 ? t('alarm.others', { count: others.length }) : null,
                data?.sound === false ? t('alarm.soundOff') : null,
                sound === 'blocked' && data?.sound ? t('alarm.soundBlocked') : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Flex>
        </Flex>
      )}
    </Bar>
  );
};
