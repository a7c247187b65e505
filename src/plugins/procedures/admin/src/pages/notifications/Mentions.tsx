import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { MentionRow } from '../../../../shared/taskpage-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

const Item = styled.li`
  padding: 12px 16px;
  margin-bottom: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
  overflow-wrap: anywhere;
  a {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
`;

/** The notes in which somebody has named the reader, newest first, of cases that the reader may still read. */
export const Mentions = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<{ items: MentionRow[] }>('/mentions', { refreshMs: 60_000 });
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  if (data.items.length === 0) return <Empty title={t('mentions.none')}>{t('mentions.noneHint')}</Empty>;
  return (
    <ul aria-label={t('notices.tab.mentions')}>
      {data.items.map((item) => (
        <Item key={item.noteId}>
          <Flex gap={2} wrap="wrap">
            {item.author && (
              <Typography variant="pi" fontWeight="bold">
                {t('mentions.by', { name: item.author.name })}
              </Typography>
            )}
            <Typography variant="pi" textColor="neutral600">
              {formatInstant(item.writtenAt)}
            </Typography>
          </Flex>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap', padding: '4px 0' }}>
            {item.text}
          </Typography>
          <Flex gap={4} wrap="wrap">
            <Link to={`${PAGES_ROOT}/cases/${item.caseId}?tab=notes`}>{item.caseTitle}</Link>
            {item.taskId && <Link to={`${PAGES_ROOT}/tasks/${item.taskId}`}>{t('mentions.task')}</Link>}
          </Flex>
        </Item>
      ))}
    </ul>
  );
};
