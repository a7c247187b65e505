import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Expand } from '@strapi/icons';
import type * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { useText } from '../text/useText';

/** From this width on a row opens beside its list; below it, on a page of its own. */
export const SIDE_PANEL_MEDIA = '(min-width: 1100px)';

const Aside = styled(Box)`
  position: sticky;
  top: var(--procedures-band);
  height: calc(100dvh - var(--procedures-band));
  overflow-y: auto;
  border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
`;
const Bar = styled(Flex)`
  position: sticky;
  top: 0;
  z-index: 2;
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

interface Props {
  title: string;
  /** a line below the title */
  about?: string;
  /** the full page of the same thing */
  to: string;
  onClose(): void;
  children: React.ReactNode;
}

export const SidePanel = ({ title, about, to, onClose, children }: Props) => {
  const { t } = useText();
  return (
    <Aside tag="aside" aria-label={title}>
      <Bar justifyContent="space-between" gap={2} paddingLeft={5} paddingRight={3} paddingTop={3} paddingBottom={3}>
        <Box style={{ minWidth: 0 }}>
          <Typography variant="delta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {about && (
            <Typography variant="pi" textColor="neutral600" tag="p" ellipsis>
              {about}
            </Typography>
          )}
        </Box>
        <Flex gap={1}>
          <IconButton tag={RouterLink} to={to} label={t('action.openPage')} variant="ghost">
            <Expand />
          </IconButton>
          <IconButton label={t('action.close')} onClick={onClose} variant="ghost">
            <Cross />
          </IconButton>
        </Flex>
      </Bar>
      <Box padding={5}>{children}</Box>
    </Aside>
  );
};
