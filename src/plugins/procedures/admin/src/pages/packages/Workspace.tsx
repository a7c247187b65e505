import { Button, Link, Tabs, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { CheckResult, DraftView } from '../../../../shared/packages-contract';
import { read } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useTurn } from '../../api/useTurn';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { NewerNotice } from './newer/NewerNotice';
import { ProposeDialog } from './ProposeDialog';
import { PANELS } from './panels';
import { readMainModelAhead } from './readMainModelAhead';

/** One package as one workspace: the parts of panels.ts over one draft, and what the check says of it. */
const Workspace = () => {
  const { t, pick } = useText();
  const { draftId = '' } = useParams();
  const url = useUrlState();
  const beginsWithModel = React.useRef(!url.get('tab') && !url.get('file'));
  // Beside the draft, not after it.
  React.useEffect(() => {
    if (beginsWithModel.current) readMainModelAhead(draftId);
  }, [draftId]);
  const { data, problem, reload } = useResource<DraftView>(`/drafts/${draftId}`);
  const [newer, setNewer] = React.useState<DraftView | null>(null);
  const [check, setCheck] = React.useState<CheckResult | null>(null);
  const [proposing, setProposing] = React.useState(false);
  const lookTurn = useTurn();
  const readTurn = useTurn();
  /** the draft that `check` is about */
  const looked = React.useRef('');

  const look = React.useCallback(async () => {
    const isLast = lookTurn();
    const found = await read<CheckResult>(`/drafts/${draftId}/check`).catch(() => null);
    if (!found || !isLast()) return;
    looked.current = draftId;
    setCheck(found);
  }, [draftId, lookTurn]);

  const readAgain = React.useCallback(async () => {
    const isLast = readTurn();
    const found = await read<DraftView>(`/drafts/${draftId}`);
    if (isLast()) setNewer(found);
    return found;
  }, [draftId, readTurn]);

  // The check takes the server a while: a file that is being opened goes first, and then asks for it.
  const tab = PANELS.find(({ id }) => id === url.get('tab'))?.id ?? PANELS[0].id;
  const opensFile = tab === PANELS[0].id;
  React.useEffect(() => {
    if (!opensFile && looked.current !== draftId) void look();
  }, [opensFile, look, draftId]);

  const draft = newer?.draft.id === draftId ? newer : data;
  if (!draft)
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}</PageBody>;
  return (
    <PageBody>
      <PageHeader
        back={
          <Link tag={NavLink} to={`${PAGES_ROOT}/packages`} startIcon={<ArrowLeft />}>
            {t('menu.packages')}
          </Link>
        }
        title={pick(draft.title)}
        subtitle={
          <Typography textColor="neutral600">
            {t('packages.draftBase', { base: draft.draft.baseVersion, version: draft.versionInForce })}
          </Typography>
        }
        actions={
          <Button disabled={(check?.errors ?? 1) > 0} onClick={() => setProposing(true)}>
            {t('packages.propose')}
          </Button>
        }
      />
      <NewerNotice draft={draft} onTaken={readAgain} />
      <Tabs.Root
        key={draft.draft.baseVersion}
        variant="simple"
        value={tab}
        onValueChange={(next) => url.set({ tab: next === PANELS[0].id ? null : next })}
      >
        <Tabs.List aria-label={t('modeler.panels')}>
          {PANELS.map(({ id, label }) => (
            <Tabs.Trigger key={id} value={id}>
              {t(label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {PANELS.map(({ id, Panel }) => (
          <Tabs.Content key={id} value={id} style={{ paddingTop: 12 }}>
            <React.Suspense fallback={<Skeleton rows={8} />}>
              <Panel draft={draft} check={check} onSaved={look} onReload={readAgain} />
            </React.Suspense>
          </Tabs.Content>
        ))}
      </Tabs.Root>
      {proposing && (
        <ProposeDialog
          path={`/drafts/${draftId}/publications`}
          title={t('packages.propose')}
          inForce={draft.versionInForce}
          draftId={draftId}
          onClose={() => setProposing(false)}
        />
      )}
    </PageBody>
  );
};

export default Workspace;
