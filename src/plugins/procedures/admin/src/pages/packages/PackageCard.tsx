import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Download, Pencil } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useNavigate } from 'react-router-dom';

import type { PackageRow } from '../../../../shared/packages-contract';
import { type Problem, readProblem } from '../../api/problem';
import { readFile, saveFile } from '../../api/readFile';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { ProblemSummary } from '../../components/ProblemSummary';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { loadWorkspace } from './loadWorkspace';
import { openAhead } from './openAhead';
import { ProposeDialog } from './ProposeDialog';

interface Props {
  item: PackageRow;
  canEdit: boolean;
  onChanged(): void;
}

export const PackageCard = ({ item, canEdit, onChanged }: Props) => {
  const { t, pick } = useText();
  const navigate = useNavigate();
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [restoring, setRestoring] = React.useState<string | null>(null);
  const attempt = (work: () => Promise<unknown>) => () => {
    setProblem(null);
    work().catch((thrown: unknown) => setProblem(readProblem(thrown)));
  };
  const [opening, setOpening] = React.useState(false);
  const draw = attempt(async () => {
    setOpening(true);
    try {
      const { id } = await post<{ id: string }>(`/packages/${item.id}/drafts`);
      openAhead(id);
      navigate(`${PAGES_ROOT}/packages/drafts/${id}`);
    } finally {
      setOpening(false);
    }
  });
  const download = (version: string) =>
    attempt(async () =>
      saveFile(await readFile(`/packages/${item.id}/${version}/archive`), `${item.id}-${version}.zip`),
    );
  const offered = item.versions.find((one) => one.offered && one === item.versions[0]);
  return (
    <Card
      title={pick(item.title)}
      aside={
        canEdit ? (
          <Button
            startIcon={<Pencil />}
            loading={opening}
            onClick={draw}
            onMouseEnter={loadWorkspace}
            onFocus={loadWorkspace}
          >
            {t('packages.newDraft')}
          </Button>
        ) : null
      }
    >
      {problem && <ProblemSummary problem={problem} />}
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">
          {t('packages.inForce', { version: item.version })}
          {item.description ? ` · ${pick(item.description)}` : ''}
        </Typography>
        {canEdit && (
          <Link tag={NavLink} to={`${PAGES_ROOT}/packages/moving/${item.id}`}>
            {t('moving.open')}
          </Link>
        )}
        {canEdit && offered && (
          <Flex gap={3} wrap="wrap">
            <Typography>{t('packages.offered', { version: offered.version })}</Typography>
            <Button variant="secondary" size="S" onClick={() => setRestoring(offered.version)}>
              {t('packages.takeOffered')}
            </Button>
          </Flex>
        )}
        {item.publications.map((one) => (
          <Link key={one.id} tag={NavLink} to={`${PAGES_ROOT}/packages/publications/${one.id}`}>
            {t(`packages.state.${one.state}`)}: {one.version} · {one.proposedBy.name}
          </Link>
        ))}
        {item.drafts.map((draft) => (
          <Link
            key={draft.id}
            tag={NavLink}
            to={`${PAGES_ROOT}/packages/drafts/${draft.id}`}
            onMouseEnter={() => openAhead(draft.id)}
            onFocus={loadWorkspace}
            onPointerDown={() => openAhead(draft.id)}
          >
            {t('packages.draftOf', { name: draft.changedBy.name, when: formatInstant(draft.changedAt) })}
          </Link>
        ))}
        <Box tag="details">
          <Typography tag="summary" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
            {t('packages.history', { count: item.versions.length })}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
            {item.versions.map((one) => (
              <Flex tag="li" key={one.version} gap={3} wrap="wrap">
                <Typography fontWeight={one.inForce ? 'bold' : 'regular'}>{one.version}</Typography>
                <Typography textColor="neutral600">
                  {one.offered
                    ? t('packages.cameWithSoftware', { when: formatInstant(one.publishedAt) })
                    : formatInstant(one.publishedAt)}
                  {one.note ? ` · ${one.note}` : ''}
                  {one.proposedBy ? ` · ${t('packages.by', { a: one.proposedBy, b: one.decidedBy ?? '' })}` : ''}
                </Typography>
                {canEdit && (
                  <Button
                    variant="tertiary"
                    size="S"
                    startIcon={<Download />}
                    aria-label={`${t('packages.download')} ${one.version}`}
                    onClick={download(one.version)}
                  >
                    {t('packages.download')}
                  </Button>
                )}
                {canEdit && !one.inForce && (
                  <Button
                    variant="tertiary"
                    size="S"
                    aria-label={`${t('packages.restore')} ${one.version}`}
                    onClick={() => setRestoring(one.version)}
                  >
                    {t('packages.restore')}
                  </Button>
                )}
              </Flex>
            ))}
          </Flex>
        </Box>
      </Flex>
      {restoring && (
        <ProposeDialog
          path={`/packages/${item.id}/${restoring}/rollback`}
          title={t(offered?.version === restoring ? 'packages.takeOfferedTitle' : 'packages.restoreTitle', {
            version: restoring,
          })}
          inForce={item.versions[0]?.version ?? item.version}
          onClose={() => {
            setRestoring(null);
            onChanged();
          }}
        />
      )}
    </Card>
  );
};
