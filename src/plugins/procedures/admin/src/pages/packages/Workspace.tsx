import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { CheckResult, DraftView, PackageProblem } from '../../../../shared/packages-contract';
import { read } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { FileEditor } from './FileEditor';
import { FileTree } from './FileTree';
import { ProposeDialog } from './ProposeDialog';

/** One package as one workspace: its files, the editor of the chosen one, what the check says. */
const Workspace = () => {
  const { t, pick } = useText();
  const { draftId = '' } = useParams();
  const url = useUrlState();
  const { data, problem, reload } = useResource<DraftView>(`/drafts/${draftId}`);
  const [check, setCheck] = React.useState<CheckResult | null>(null);
  const [selected, setSelected] = React.useState<PackageProblem | null>(null);
  const [proposing, setProposing] = React.useState(false);
  const round = React.useRef(0);

  const look = React.useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    const found = await read<CheckResult>(`/drafts/${draftId}/check`).catch(() => null);
    if (found && mine === round.current) setCheck(found);
  }, [draftId]);
  React.useEffect(() => void look(), [look]);

  if (!data)
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}</PageBody>;
  const path = url.get('file') || data.mainModel;
  const open = (file: string) => url.set({ file: file === data.mainModel ? null : file });
  return (
    <PageBody>
      <PageHeader
        back={
          <Link tag={NavLink} to={`${PAGES_ROOT}/packages`} startIcon={<ArrowLeft />}>
            {t('menu.packages')}
          </Link>
        }
        title={pick(data.title)}
        subtitle={
          <Typography textColor="neutral600">
            {t('packages.draftBase', { base: data.draft.baseVersion, version: data.versionInForce })}
          </Typography>
        }
        actions={
          <Button disabled={(check?.errors ?? 1) > 0} onClick={() => setProposing(true)}>
            {t('packages.propose')}
          </Button>
        }
      />
      <Flex alignItems="stretch" gap={3} style={{ height: 'calc(100vh - 19rem)', minHeight: '44rem' }}>
        <FileTree files={data.files} path={path} problems={check?.problems ?? []} onOpen={open} />
        <FileEditor
          key={path}
          draft={data}
          path={path}
          check={check}
          selected={selected}
          onSelect={(one) => {
            setSelected(one);
            if (one.file && one.file !== path && data.files.some((file) => file.path === one.file)) open(one.file);
          }}
          onSaved={look}
          onCopied={(copy) => {
            reload();
            open(copy);
          }}
          onRemoved={() => {
            reload();
            void look();
            open(data.mainModel);
          }}
        />
      </Flex>
      {proposing && (
        <ProposeDialog
          path={`/drafts/${draftId}/publications`}
          title={t('packages.propose')}
          inForce={data.versionInForce}
          onClose={() => setProposing(false)}
        />
      )}
    </PageBody>
  );
};

export default Workspace;
