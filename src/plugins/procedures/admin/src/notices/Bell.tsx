import { Box, Typography } from '@strapi/design-system';
import { Bell as BellIcon } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { PAGES_ROOT } from '../text/pluginId';
import { useText } from '../text/useText';
import { useUnread } from './UnreadContext';

const Frame = styled(Link)`
  position: relative;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 3.2rem;
  height: 3.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
const MOST = 99;

/** Leads to the notices; its number is what has not been read. */
export const Bell = () => {
  const { t } = useText();
  const { count } = useUnread();
  const unread = count ?? 0;
  return (
    <Frame
      to={`${PAGES_ROOT}/notifications`}
      aria-label={unread > 0 ? t('notices.bellUnread', { count: unread }) : t('notices.bell')}
    >
      <BellIcon aria-hidden />
      {unread > 0 && (
        <Box
          aria-hidden
          background="danger600"
          style={{ position: 'absolute', top: -8, right: -8, borderRadius: 10, padding: '1px 6px', lineHeight: 1.2 }}
        >
          <Typography variant="sigma" textColor="neutral0" style={{ letterSpacing: 0 }}>
            {unread > MOST ? `${MOST}+` : unread}
          </Typography>
        </Box>
      )}
    </Frame>
  );
};
