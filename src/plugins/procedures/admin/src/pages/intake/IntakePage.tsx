/** pages/intake/ owns "Tiếp nhận": a new case from one of the start forms, typed once and never lost; and the book. */
import { Button, Flex, Link, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Route, Link as RouterLink, Routes, useSearchParams } from 'react-router-dom';

import type { StartForm } from '../../../../shared/contracts';
import type { IntakeDraft, IntakeDraftRow, ReservedNumber } from '../../../../shared/intake-contract';
import { type Problem, readProblem } from '../../api/problem';
import { read, remove } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { BookPage } from './BookPage';
import { DraftList } from './DraftList';
import { IntakeForm } from './IntakeForm';
import type { Received } from './intakeResult';
import { StartChoice } from './StartChoice';

const Intake = () => {
  const { t, pick } = useText();
  const [search, setSearch] = useSearchParams();
  const starts = useResource<StartForm[]>('/starts', { keepPrevious: true });
  const drafts = useResource<IntakeDraftRow[]>('/intake-drafts', { keepPrevious: true });
  const [chosen, setChosen] = React.useState<StartForm | null>(null);
  const [draft, setDraft] = React.useState<IntakeDraft | null>(null);
  const [received, setReceived] = React.useState<Received | null>(null);
  const [entries, setEntries] = React.useState(0);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const { data } = starts;
  const paper = paperOf(search);
  const drafted = draft && data?.find((one) => one.packageId === draft.packageId && one.event === draft.event);
  // A paper is of one procedure's book: only that procedure's forms are meant.
  const offered = (data ?? []).filter((one) => !paper || one.packageId === paper.packageId);
  const picked = chosen && offered.includes(chosen) ? chosen : null;
  const start = received?.start ?? drafted ?? picked ?? (offered.length === 1 ? offered[0] : null);
  // The receipt stands in the form that was sent, whatever has become of its draft.
  const entry = React.useRef('');
  if (!received) {
    entry.current = [entries, start?.packageId, start?.event, start?.version, draft?.id, draft?.savedAt, search].join(
      ' ',
    );
  }

  const resume = async (id: string) => {
    setProblem(null);
    try {
      setDraft(await read<IntakeDraft>(`/intake-drafts/${id}`));
    } catch (thrown) {
      setProblem(readProblem(thrown));
    }
  };
  const drop = async (id: string) => {
    await remove(`/intake-drafts/${id}`);
    if (draft?.id === id) setDraft(null);
    drafts.reload();
  };
  const done = (result: Received) => {
    setReceived(result);
    setDraft(null);
    if (paper) setSearch({}, { replace: true });
    drafts.reload();
  };

  const body = () => {
    // What was begun before stands above the form: it must not come later and push it away under the hands.
    if (!data || (!drafts.data && !drafts.problem)) {
      return starts.problem ? <ErrorState problem={starts.problem} onRetry={starts.reload} /> : <Skeleton rows={6} />;
    }
    if (offered.length === 0) return <Empty title={t('intake.none')}>{t('intake.noneHint')}</Empty>;
    if (!start) return <StartChoice starts={offered} onPick={setChosen} />;
    return (
      <IntakeForm
        key={entry.current}
        start={start}
        draft={draft}
        paper={paper?.number ?? null}
        received={received}
        onReceived={done}
        onNext={() => {
          setReceived(null);
          setEntries((last) => last + 1);
        }}
        onReopen={(id) => {
          starts.reload();
          void resume(id);
        }}
      />
    );
  };
  return (
    <PageBody>
      <PageHeader
        title={start && !received ? pick(start.title) : t('menu.intake')}
        subtitle={
          <Typography textColor="neutral600">
            {t('intake.subtitle')}{' '}
            <Link tag={RouterLink} to={`${PAGES_ROOT}/intake/book`}>
              {t('intake.book')}
            </Link>
            {' · '}
            <Link tag={RouterLink} to={`${PAGES_ROOT}/templates`}>
              {t('intake.paper')}
            </Link>
          </Typography>
        }
        actions={
          picked && !draft && !received && offered.length > 1 ? (
            <Button variant="tertiary" onClick={() => setChosen(null)}>
              {t('intake.chooseAnother')}
            </Button>
          ) : undefined
        }
      />
      {problem && <ProblemSummary problem={problem} />}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {!received && (
          <DraftList
            drafts={(drafts.data ?? []).filter((one) => one.id !== draft?.id)}
            onResume={(id) => void resume(id)}
            onDrop={drop}
          />
        )}
        {body()}
      </Flex>
    </PageBody>
  );
};

/** `?paper=PACKAGE:BOOK:2026:12`: the book of a package sends here to enter a paper late. */
function paperOf(search: URLSearchParams): { packageId: string; number: ReservedNumber } | null {
  const [packageId, series, year, number] = (search.get('paper') ?? '').split(':');
  return packageId && series && Number(year) > 0 && Number(number) > 0
    ? { packageId, number: { series, year: Number(year), number: Number(number) } }
    : null;
}

const IntakePage = () => (
  <PluginPage page="intake">
    <Routes>
      <Route index element={<Intake />} />
      <Route path="book" element={<BookPage />} />
    </Routes>
  </PluginPage>
);

export default IntakePage;
