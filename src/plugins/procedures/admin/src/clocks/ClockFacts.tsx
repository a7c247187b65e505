import { Flex, Typography } from '@strapi/design-system';

import type { ClockView } from '../../../shared/contracts';
import { type TextKey, useText } from '../text/useText';
import { formatInstant } from '../time/instants';

interface Props {
  clock: ClockView;
  /** inside a tooltip the colours are the tooltip's own */
  inherit?: boolean;
}

/** Where a deadline comes from: legal basis, start, due instant, how it was computed, who confirmed the rule. */
export const ClockFacts = ({ clock, inherit = false }: Props) => {
  const { t, pick } = useText();
  const facts: [TextKey, string][] = [
    ['clock.basis', clock.legalBasis || t('clock.noBasis')],
    ['clock.start', formatInstant(clock.startAt)],
    ['clock.due', formatInstant(clock.dueAt)],
    ...(clock.stoppedAt ? ([['clock.stopped', formatInstant(clock.stoppedAt)]] as [TextKey, string][]) : []),
    ['clock.derivation', pick(clock.derivation) || '–'],
    ['clock.owner', clock.owner],
    [
      'clock.confirmation',
      clock.confirmation.state === 'CONFIRMED'
        ? [clock.confirmation.by, clock.confirmation.document].filter(Boolean).join(' · ') ||
          t('confirmation.CONFIRMED')
        : t('confirmation.UNCONFIRMED'),
    ],
  ];
  const color = (name: 'neutral600' | 'neutral800') => (inherit ? undefined : name);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} tag="dl" style={{ textAlign: 'left' }}>
      {facts.map(([key, value]) => (
        <Flex key={key} gap={2} alignItems="baseline">
          <Typography tag="dt" variant="pi" textColor={color('neutral600')} style={{ flex: '0 0 9.6rem' }}>
            {t(key)}
          </Typography>
          <Typography tag="dd" variant="pi" textColor={color('neutral800')} style={{ minWidth: 0 }}>
            {value}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
