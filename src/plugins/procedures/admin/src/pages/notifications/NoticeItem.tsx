import { Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { NoticeRow } from '../../../../shared/notifications-contract';
import { Mark } from '../../components/Mark';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

const Item = styled.li<{ $unread: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
  justify-content: space-between;
  padding: 12px 16px;
  margin-bottom: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-left: 4px solid ${({ theme, $unread }) => ($unread ? theme.colors.primary600 : theme.colors.neutral150)};
  border-radius: 4px;
  a {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
`;

/** One thing that was told: what, about which case, and why it came to this reader. */
export const NoticeItem = ({ item, onRead }: { item: NoticeRow; onRead(): void }) => {
  const { t, pick } = useText();
  const isUnread = item.readAt === null;
  const about = item.case?.seen
    ? [item.case.bookNo, item.case.title].filter(Boolean).join(' · ')
    : item.case
      ? t('notices.unseenCase')
      : null;
  return (
    <Item $unread={isUnread}>
      <div style={{ flex: '1 1 30rem', minWidth: 0 }}>
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" fontWeight="bold">
            {t(`notices.kind.${item.kind}`)}
          </Typography>
          {item.urgent && <Mark tone="warn">{t('notices.urgent')}</Mark>}
          {isUnread && <Mark>{t('notices.unread')}</Mark>}
          {item.withdrawn && <Mark>{t('notices.withdrawn')}</Mark>}
          <Typography variant="pi" textColor="neutral600">
            {formatInstant(item.createdAt)}
          </Typography>
        </Flex>
        {about && (
          <Typography tag="p" style={{ overflowWrap: 'anywhere', padding: '2px 0' }}>
            {item.link ? (
              <Link to={`${PAGES_ROOT}${item.link}`} onClick={isUnread ? onRead : undefined}>
                {about}
              </Link>
            ) : (
              about
            )}
          </Typography>
        )}
        <Typography tag="p" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
          {[pick(item.because), pick(item.why)].filter(Boolean).join('; ')}
        </Typography>
        {item.withdrawn && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('notices.withdrawnWhy', { why: pick(item.withdrawn.why), at: formatInstant(item.withdrawn.at) })}
          </Typography>
        )}
        {!about && item.link && (
          <Link to={`${PAGES_ROOT}${item.link}`} onClick={isUnread ? onRead : undefined}>
            {t('notices.open')}
          </Link>
        )}
      </div>
      {isUnread && (
        <Button size="S" variant="tertiary" onClick={onRead}>
          {t('notices.markRead')}
        </Button>
      )}
    </Item>
  );
};
