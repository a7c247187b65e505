import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import { NOTICE_KINDS, type NoticeList, type NoticeRow } from '../../../../shared/notifications-contract';
import { type Problem, readProblem } from '../../api/problem';
import { withQuery } from '../../api/query';
import { post, read } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import type { UrlState } from '../../components/useUrlState';
import { useUnread } from '../../notices/UnreadContext';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';
import { NoticeItem } from './NoticeItem';

/** What a person was told: today and earlier, of all kinds or one. */
export const NoticeFeed = ({ url }: { url: UrlState }) => {
  const { t } = useText();
  const { count, reload: reloadCount } = useUnread();
  const kind = url.get('kind');
  const unread = url.get('unread');
  const path = withQuery('/notifications', { kind, unread });
  const { data, problem, reload } = useResource<NoticeList>(path, { keepPrevious: true });
  const [older, setOlder] = React.useState<{ path: string; items: NoticeRow[]; before: string | null } | null>(null);
  const [failure, setFailure] = React.useState<Problem | null>(null);
  // The bell has heard of something new.
  React.useEffect(() => {
    if (count !== null) reload();
  }, [count, reload]);

  const run = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
      reload();
      reloadCount();
    } catch (thrown) {
      setFailure(readProblem(thrown));
    }
  };
  const more = older?.path === path ? older : null;
  const items = [...(data?.items ?? []), ...(more?.items ?? [])];
  const before = more ? more.before : (data?.before ?? null);
  const loadMore = () =>
    run(async () => {
      const next = await read<NoticeList>(withQuery('/notifications', { kind, unread, before }));
      setOlder({ path, items: [...(more?.items ?? []), ...next.items], before: next.before });
    });
  // Only the first page is read again: those that were loaded after it are marked here.
  const markRead = (isRead: (item: NoticeRow) => boolean) => {
    const readAt = new Date().toISOString();
    const marked = (all: NoticeRow[]) =>
      all.map((item) => (item.readAt === null && isRead(item) ? { ...item, readAt } : item));
    setOlder(
      (last) => last && { ...last, items: marked(last.items).filter((item) => !unread || item.readAt === null) },
    );
  };
  const today = formatDay(new Date());
  const groups = [
    { title: t('notices.today'), items: items.filter((item) => formatDay(item.createdAt) === today) },
    { title: t('notices.earlier'), items: items.filter((item) => formatDay(item.createdAt) !== today) },
  ].filter((group) => group.items.length > 0);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  return (
    <>
      <Flex gap={2} wrap="wrap" paddingBottom={4}>
        <SingleSelect
          size="S"
          aria-label={t('notices.filter')}
          value={kind || 'all'}
          onChange={(value) => url.set({ kind: value === 'all' ? null : String(value) })}
        >
          <SingleSelectOption value="all">{t('notices.all')}</SingleSelectOption>
          {NOTICE_KINDS.filter((each) => data.counts[each]).map((each) => (
            <SingleSelectOption key={each} value={each}>
              {`${t(`notices.kind.${each}`)} (${data.counts[each]})`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Button
          size="S"
          variant={unread ? 'secondary' : 'tertiary'}
          aria-pressed={Boolean(unread)}
          onClick={() => url.set({ unread: unread ? null : 'true' })}
        >
          {t('notices.onlyUnread')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          disabled={data.unread === 0}
          onClick={() =>
            void run(async () => {
              await post('/notifications/read', { until: items[0]?.createdAt });
              markRead(() => true);
            })
          }
        >
          {t('notices.readAll')}
        </Button>
      </Flex>
      {failure && <ErrorState problem={failure} onRetry={() => void run(async () => undefined)} />}
      {groups.length === 0 && (
        <Empty title={kind || unread ? t('notices.noneOfThese') : t('notices.none')}>{t('notices.noneHint')}</Empty>
      )}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <Typography variant="delta" tag="h2" style={{ display: 'block', padding: '8px 0' }}>
            {group.title}
          </Typography>
          <ul>
            {group.items.map((item) => (
              <NoticeItem
                key={item.id}
                item={item}
                onRead={() =>
                  void run(async () => {
                    await post(`/notifications/${item.id}/read`);
                    markRead((one) => one.id === item.id);
                  })
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {before && (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" onClick={() => void loadMore()}>
            {t('notices.more')}
          </Button>
        </Flex>
      )}
    </>
  );
};
