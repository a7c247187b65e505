import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../text/useText';

const Band = styled(Box)`
  background: repeating-linear-gradient(
    -45deg,
    ${({ theme }) => theme.colors.warning100} 0 12px,
    ${({ theme }) => theme.colors.warning200} 12px 24px
  );
  text-align: center;
`;

/** Nobody may mistake invented people and cases for real ones. */
export const DemoBand = ({ tenant }: { tenant: string }) => {
  const { t } = useText();
  return (
    <Band paddingTop={1} paddingBottom={1} role="note">
      <Typography variant="pi" fontWeight="bold" textColor="warning700">
        {t('demo.band', { tenant })}
      </Typography>
    </Band>
  );
};
