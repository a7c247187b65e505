import { Flex, Typography } from '@strapi/design-system';

import type { ClockView, Confirmation } from '../../../shared/contracts';
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
  const { confirmation } = clock;
  const facts: [TextKey, string][] = [
    ['clock.basis', clock.legalBasis || t(confirmation ? 'clock.noBasis' : 'clock.ownBasis')],
    ['clock.start', formatInstant(clock.startAt)],
    ['clock.due', formatInstant(clock.dueAt)],
    ...(clock.stoppedAt ? ([['clock.stopped', formatInstant(clock.stoppedAt)]] as [TextKey, string][]) : []),
    ['clock.derivation', pick(clock.derivation) || '–'],
    ['clock.owner', pick(clock.ownerTitle) || clock.owner],
    ...(confirmation
      ? ([['clock.confirmation', confirmedBy(confirmation) ?? t(`confirmation.${confirmation.state}`)]] as [
          TextKey,
          string,
        ][])
      : []),
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

const confirmedBy = ({ state, by, document }: Confirmation): string | null =>
  (state === 'CONFIRMED' && [by, document].filter(Boolean).join(' · ')) || null;
