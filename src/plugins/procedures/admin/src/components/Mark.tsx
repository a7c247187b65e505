import { Box, Typography } from '@strapi/design-system';

import { WarnText } from './WarnText';

interface Props {
  children: string;
  tone?: 'plain' | 'good' | 'warn';
}

const COLORS = {
  plain: { text: 'neutral700', frame: 'neutral300' },
  good: { text: 'success700', frame: 'success500' },
  warn: { text: 'warning700', frame: 'warning500' },
} as const;

const UNBROKEN = 32;

/** A word about something, quieter than a badge and in the letters it was written in. */
export const Mark = ({ children, tone = 'plain' }: Props) => {
  const Words = (tone === 'warn' ? WarnText : Typography) as typeof WarnText;
  return (
    <Box
      tag="span"
      borderColor={COLORS[tone].frame}
      hasRadius
      paddingLeft={1}
      paddingRight={1}
      style={{ lineHeight: 1.2 }}
    >
      {/* A word or two stay together; a name and a time may take two lines. */}
      <Words
        variant="pi"
        textColor={COLORS[tone].text}
        style={children.length > UNBROKEN ? { overflowWrap: 'anywhere' } : { whiteSpace: 'nowrap' }}
      >
        {children}
      </Words>
    </Box>
  );
};
