import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { HandOverBook as Book, HandOverView } from '../../../../shared/duty-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { Pager } from '../../components/Pager';
import { Skeleton } from '../../components/Skeleton';
import type { UrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { SignedList } from './SignedList';

/** Every list that was ever signed, the newest first; one opens in place. */
export const HandOverBook = ({ unit, url }: { unit: string; url: UrlState }) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<Book>(withQuery('/duty/hand-overs', { unit, page: url.get('page') }));
  const opened = url.get('open');
  const one = useResource<HandOverView>(opened ? `/duty/hand-overs/${opened}` : null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} height={48} />;
  if (data.items.length === 0) return <Empty title={t('handOver.historyEmpty')}>{t('handOver.historyHint')}</Empty>;
  return (
    <Card title={t('handOver.history')}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {t('handOver.historyHint')}
      </Typography>
      <Box tag="ul">
        {data.items.map((row) => (
          <Box
            tag="li"
            key={row.id}
            paddingTop={2}
            paddingBottom={2}
            style={{ borderTop: '1px solid rgba(128, 128, 128, 0.25)' }}
          >
            <Flex gap={3} wrap="wrap">
              <Button
                variant="ghost"
                size="S"
                aria-expanded={opened === row.id}
                onClick={() => url.set({ open: opened === row.id ? null : row.id })}
              >
                {formatInstant(row.takenAt ?? row.givenAt)}
              </Button>
              <Typography>{t('handOver.by', { giver: row.giver ?? t('handOver.alone'), taker: row.taker })}</Typography>
              <Mark tone={row.state === 'TAKEN' ? 'good' : 'plain'}>{t(`handOver.state.${row.state}`)}</Mark>
              <Typography variant="pi" textColor="neutral600">
                {t('handOver.lines', { count: row.lines })}
              </Typography>
            </Flex>
            {opened === row.id && (
              <Box paddingTop={3}>
                {one.problem && <ErrorState problem={one.problem} onRetry={one.reload} />}
                {one.data ? (
                  <SignedList
                    view={one.data}
                    onChanged={() => {
                      one.reload();
                      reload();
                    }}
                  />
                ) : (
                  !one.problem && <Skeleton rows={4} />
                )}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        onChange={(to) => url.set({ page: String(to), open: null })}
      />
    </Card>
  );
};
