import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import * as React from 'react';

import type {
  AuditFilter,
  CaseAuditCheck,
  CaseAuditEntry,
  CaseAudit as Page,
} from '../../../../shared/case-audit-contract';
import { read } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { actionWords } from './actionWords';

const FILTERS: readonly AuditFilter[] = ['all', 'read', 'write', 'export'];

/** Who read, changed and took out this case, and whether the chain that says so is whole. */
export const CaseAudit = ({ caseId }: { caseId: string }) => {
  const { t, language } = useText();
  const url = useUrlState();
  const filter = FILTERS.find((one) => one === url.get('audit')) ?? 'all';
  const { data, problem, reload } = useResource<Page>(`/cases/${caseId}/audit?filter=${filter}`);
  const [older, setOlder] = React.useState<{ of: Page; items: CaseAuditEntry[]; next: string | null } | null>(null);
  const [check, setCheck] = React.useState<CaseAuditCheck | null>(null);
  const { busy, problem: failed, run } = useSending();
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  const more = older?.of === data ? older : { of: data, items: [], next: data.next };
  const items = [...data.items, ...more.items];
  const loadMore = () =>
    run(async () => {
      const page = await read<Page>(`/cases/${caseId}/audit?filter=${filter}&before=${more.next}`);
      setOlder({ of: data, items: [...more.items, ...page.items], next: page.next });
    });
  return (
    <Card>
      {failed && <ProblemSummary problem={failed} />}
      <Flex gap={3} wrap="wrap" paddingBottom={3} alignItems="center">
        <Box style={{ width: '20rem' }}>
          <SingleSelect
            size="S"
            aria-label={t('audit.filter')}
            value={filter}
            onChange={(value: string | number) => url.set({ audit: value === 'all' ? null : String(value) })}
          >
            {FILTERS.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`audit.filter.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        <Button
          size="S"
          variant="secondary"
          loading={busy}
          onClick={() => run(async () => setCheck(await read<CaseAuditCheck>(`/cases/${caseId}/audit/check`)))}
        >
          {t('audit.check')}
        </Button>
        <Box role="status">
          {check && (
            <Flex gap={1} alignItems="center">
              {check.ok ? (
                <CheckCircle aria-hidden fill="success700" />
              ) : (
                <WarningCircle aria-hidden fill="danger700" />
              )}
              <Typography fontWeight="bold" textColor={check.ok ? 'success700' : 'danger700'}>
                {check.ok
                  ? t('audit.whole', { count: check.entries })
                  : t('audit.broken', { seq: check.brokenSeq ?? '?' })}
              </Typography>
            </Flex>
          )}
        </Box>
      </Flex>
      {items.length === 0 ? (
        <Empty title={t('audit.none')}>{t('audit.noneHint')}</Empty>
      ) : (
        <ul aria-label={t('case.tab.audit')}>
          {items.map((entry) => (
            <Flex
              key={entry.seq}
              tag="li"
              gap={3}
              wrap="wrap"
              alignItems="baseline"
              paddingTop={2}
              paddingBottom={2}
              borderColor="neutral150"
              borderWidth="1px 0 0 0"
              borderStyle="solid"
            >
              <Typography variant="pi" textColor="neutral600" style={{ flex: '0 0 14rem' }}>
                {formatInstant(entry.at)}
              </Typography>
              <Typography fontWeight="bold" style={{ flex: '0 1 26rem' }}>
                {entry.person?.name ?? t('audit.platform')}
              </Typography>
              <Typography style={{ flex: '1 1 20rem' }}>{actionWords(entry, language)}</Typography>
              <Mark>{t(`audit.kind.${entry.kind}`)}</Mark>
              <Typography variant="pi" textColor="neutral600" title={entry.hash}>
                #{entry.seq}
              </Typography>
            </Flex>
          ))}
        </ul>
      )}
      {more.next && (
        <Button variant="tertiary" size="S" loading={busy} onClick={loadMore}>
          {t('audit.older')}
        </Button>
      )}
    </Card>
  );
};
