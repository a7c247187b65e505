import { Box, VisuallyHidden } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';

import { useText } from '../text/useText';

const pulse = keyframes`50% { opacity: 0.5; }`;
const Line = styled(Box)`
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
  @media (prefers-reduced-motion: no-preference) {
    animation: ${pulse} 1.4s ease-in-out infinite;
  }
`;

interface Props {
  rows?: number;
  /** height of a row in px, the real row's own, so that nothing jumps when it comes */
  height?: number;
}

export const Skeleton = ({ rows = 6, height = 64 }: Props) => {
  const { t } = useText();
  return (
    <Box role="status">
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <Box key={index} padding={3} style={{ height, boxSizing: 'border-box' }}>
          <Line style={{ height: 14, width: `${70 - (index % 3) * 12}%` }} />
          {height > 48 && <Line marginTop={2} style={{ height: 10, width: `${40 + (index % 2) * 10}%` }} />}
        </Box>
      ))}
    </Box>
  );
};
