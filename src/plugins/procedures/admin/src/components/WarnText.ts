import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Amber words. The theme's own amber has 4.4 : 1 on white, a little under what small letters need. */
export const WarnText = styled(Typography)`
  color: color-mix(in srgb, ${({ theme }) => theme.colors.warning700} 80%, ${({ theme }) => theme.colors.neutral1000});
`;
