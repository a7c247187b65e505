import { Flex, Link, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';

import type { BookView } from '../../../../shared/intake-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { Pager } from '../../components/Pager';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { WarnText } from '../../components/WarnText';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { BookLines } from './BookLines';
import { NumberBlocks } from './NumberBlocks';

const PAGE_SIZE = 50;

/** The book: every number, what became of it, and the blocks that were kept for paper. */
export const BookPage = () => {
  const { t, pick } = useText();
  const url = useUrlState();
  const [year, state, page] = ['year', 'state', 'page'].map((name) => url.get(name));
  const path = withQuery('/book', { year, state, page });
  const { data, problem, reload } = useResource<BookView>(path, { keepPrevious: true });
  const shown =
    data && (state === 'USED' || state === 'RESERVED' || state === 'VOIDED' ? countOf(data, state) : data.total);
  return (
    <PageBody>
      <PageHeader
        title={data ? pick(data.title) : t('intake.book')}
        back={
          <Link tag={RouterLink} to={`${PAGES_ROOT}/intake`} startIcon={<ArrowLeft />}>
            {t('book.back')}
          </Link>
        }
        subtitle={
          data && (
            <>
              <Typography textColor="neutral600">{t('book.counts', { ...data.counts, total: data.total })} </Typography>
              {data.complete ? (
                <Typography textColor="success700">{t('book.complete')}</Typography>
              ) : (
                <WarnText>{t('book.incomplete')}</WarnText>
              )}
            </>
          )
        }
        actions={
          data && (
            <SingleSelect
              aria-label={t('book.year')}
              value={String(data.year)}
              onChange={(value: string | number) => url.set({ year: String(value) })}
            >
              {data.years.map((one) => (
                <SingleSelectOption key={one} value={String(one)}>
                  {String(one)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          )
        }
      />
      {!data ? (
        problem ? (
          <ErrorState problem={problem} onRetry={reload} />
        ) : (
          <Skeleton rows={8} />
        )
      ) : (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <NumberBlocks book={data} onChanged={reload} />
          <Card>
            <BookLines
              packageId={data.packageId}
              lines={data.lines}
              state={state}
              onState={(value) => url.set({ state: value })}
            />
            <Pager
              page={Number(page) || 1}
              pageSize={PAGE_SIZE}
              total={shown ?? 0}
              onChange={(value) => url.set({ page: String(value) })}
            />
          </Card>
        </Flex>
      )}
    </PageBody>
  );
};

const countOf = ({ counts }: BookView, state: 'USED' | 'RESERVED' | 'VOIDED') =>
  ({ USED: counts.used, RESERVED: counts.reserved, VOIDED: counts.voided })[state];
