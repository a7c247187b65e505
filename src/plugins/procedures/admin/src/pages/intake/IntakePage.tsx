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
import { useAskFirst } from '../../components/useAskFirst';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { BookPage } from './BookPage';
import { DraftList } from './DraftList';
import { IntakeForm, type IntakeFormHandle } from './IntakeForm';
import type { Received } from './intakeResult';
import { StartChoice } from './StartChoice';

const Intake = () => {
  const { t, pick } = useText();
  const [search, setSearch] = useSearchParams();
  const starts = useResource<StartForm[]>('/starts', { keepPrevious: true });
  const drafts = useResource<IntakeDraftRow[]>('/intake-drafts', { keepPrevious: true });
  /** read while the page is open, when the form that is being filled in was replaced */
  const [newer, setNewer] = React.useState<StartForm[] | null>(null);
  const [chosen, setChosen] = React.useState<StartForm | null>(null);
  const [draft, setDraft] = React.useState<IntakeDraft | null>(null);
  const [received, setReceived] = React.useState<Received | null>(null);
  const [entries, setEntries] = React.useState(0);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const form = React.useRef<IntakeFormHandle>(null);
  const { askFirst, asked } = useAskFirst();
  const data = newer ?? starts.data;
  const paper = paperOf(search);
  const drafted = draft && data?.find((one) => isSame(one, draft));
  // A paper is of one procedure's book: only that procedure's forms are meant.
  const offered = (data ?? []).filter((one) => !paper || one.packageId === paper.packageId);
  const picked = chosen && offered.find((one) => isSame(one, chosen));
  const start = received?.start ?? drafted ?? picked ?? (offered.length === 1 ? offered[0] : null);
  // The receipt stands in the form that was sent, whatever has become of its draft.
  const entry = React.useRef('');
  if (!received) {
    entry.current = [entries, start?.packageId, start?.event, start?.version, draft?.id, draft?.savedAt, search].join(
      ' ',
    );
  }

  /** What is typed is kept first, so that it is in the list; what cannot be kept, and files on their way, are asked about. */
  const leaveForm = async (act: () => void | Promise<void>) => {
    await form.current?.flush();
    askFirst(async () => {
      await act();
      drafts.reload();
    });
  };
  // Of two presses the later one is meant, whichever is answered first.
  const presses = React.useRef(0);
  /** The form is replaced only when all that the next one needs is read. */
  const open = async (id: string, withStarts: boolean) => {
    presses.current += 1;
    const mine = presses.current;
    setProblem(null);
    try {
      const [found, fresh] = await Promise.all([
        read<IntakeDraft>(`/intake-drafts/${id}`),
        withStarts ? read<StartForm[]>('/starts') : null,
      ]);
      if (mine !== presses.current) return;
      setDraft(found);
      if (fresh) setNewer(fresh);
    } catch (thrown) {
      if (mine === presses.current) setProblem(readProblem(thrown));
    }
  };
  const drop = async (id: string) => {
    await remove(`/intake-drafts/${id}`);
    if (draft?.id === id) setDraft(null);
    drafts.reload();
  };
  const done = (result: Received) => {
    presses.current += 1;
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
        ref={form}
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
        onReopen={(id) => void leaveForm(() => open(id, true))}
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
            <Button variant="tertiary" onClick={() => void leaveForm(() => setChosen(null))}>
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
            onResume={(id) => void leaveForm(() => open(id, false))}
            onDrop={drop}
          />
        )}
        {body()}
      </Flex>
      {asked}
    </PageBody>
  );
};

const isSame = (one: Pick<StartForm, 'packageId' | 'event'>, other: Pick<StartForm, 'packageId' | 'event'>): boolean =>
  one.packageId === other.packageId && one.event === other.event;

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
