import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../text/useText';

const Band = styled(Box)`
  background: repeating-linear-gradient(
    -45deg,
    ${({ theme }) => theme.colors.neutral0} 0 12px,
    color-mix(in srgb, ${({ theme }) => theme.colors.warning500} 22%, ${({ theme }) => theme.colors.neutral0}) 12px 24px
  );
  text-align: center;
  position: sticky;
  top: var(--procedures-alarm, 0px);
  z-index: 3;
  height: var(--procedures-demo);
  line-height: var(--procedures-demo);
  overflow: hidden;
`;

/** Nobody may mistake invented people and cases for real ones. */
export const DemoBand = () => {
  const { t } = useText();
  return (
    <Band role="note">
      <Typography variant="pi" fontWeight="bold" textColor="neutral800" style={{ lineHeight: 'inherit' }}>
        {t('demo.band')}
      </Typography>
    </Band>
  );
};
