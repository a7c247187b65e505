import { Flex, Typography } from '@strapi/design-system';

import type { ClockDescription } from './describeClock';
import { SIGN_ICON, TONE_TEXT } from './tones';

/** Icon and words of a clock; the state word is there for ears even where eyes read it from the sentence. */
export const ClockWords = ({ description }: { description: ClockDescription }) => {
  const Icon = SIGN_ICON[description.sign];
  const color = TONE_TEXT[description.tone];
  const strong = description.tone === 'red' || description.tone === 'amber';
  return (
    <Flex gap={1} alignItems="center" tag="span">
      <Icon aria-hidden width="1.4rem" height="1.4rem" fill={color} style={{ flex: 'none' }} />
      <Typography variant="pi" textColor={color} fontWeight={strong ? 'bold' : 'regular'}>
        {description.text}
      </Typography>
    </Flex>
  );
};
