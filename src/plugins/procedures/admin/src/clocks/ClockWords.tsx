import { Flex, Typography } from '@strapi/design-system';

import { WarnText } from '../components/WarnText';
import type { ClockDescription } from './describeClock';
import { SIGN_ICON, TONE_TEXT } from './tones';

/** Icon and words of a clock: the same in a list, a row and a strip. */
export const ClockWords = ({ description }: { description: ClockDescription }) => {
  const Icon = SIGN_ICON[description.sign];
  const color = TONE_TEXT[description.tone];
  const pressing = description.tone === 'red' || description.tone === 'amber';
  const Words = (description.tone === 'amber' ? WarnText : Typography) as typeof WarnText;
  return (
    <Flex gap={1} alignItems="center" tag="span">
      <Icon aria-hidden width="1.4rem" height="1.4rem" fill={color} style={{ flex: 'none' }} />
      <Words variant="pi" textColor={color} fontWeight={pressing ? 'bold' : 'regular'}>
        {description.text}
      </Words>
    </Flex>
  );
};
