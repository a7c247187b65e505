import { Button, Flex, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';
import * as React from 'react';

import {
  type CaseLinkView,
  LINK_REASON_MIN,
  type LinkedCase,
  type CaseLinks as Links,
} from '../../../../../shared/case-links-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useText } from '../../../text/useText';
import { LinkDialog } from './LinkDialog';
import { LinkRow } from './LinkRow';
import { MergedContents } from './MergedContents';
import { SplitDialog } from './SplitDialog';

type Asked =
  | { act: 'link' | 'split' }
  | { act: 'merge'; into?: LinkedCase }
  | { act: 'end' | 'refuse' | 'takeBack' | 'undo' | 'approve'; linkId: string }
  | null;

/** Whoever asked closes the request by the same route as whoever refuses it. */
const routeOf = (act: string) => (act === 'takeBack' ? 'refuse' : act);

/** A split is undone by merging what was split off back into where it came from. */
const isSplitOff = ({ kind, direction, state }: CaseLinkView) =>
  kind === 'SPLIT_FROM' && direction === 'OUT' && state === 'IN_FORCE';

interface Props {
  caseId: string;
  data: Links;
  onChanged(): void;
}

/** How this case stands to others, and what was brought in from them. */
export const CaseLinks = ({ caseId, data, onChanged }: Props) => {
  const { t } = useText();
  const [asked, setAsked] = React.useState<Asked>(null);
  const { link, merge, split } = data.permissions;
  const done = () => {
    setAsked(null);
    onChanged();
  };
  const close = () => setAsked(null);
  const approved = asked?.act === 'approve' ? data.links.find(({ id }) => id === asked.linkId) : null;
  const nameOf = ({ other }: CaseLinkView) =>
    [other.bookNo ?? t('links.noNumber'), other.title].filter(Boolean).join(' – ');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Card
        title={t('links.title')}
        aside={
          <Flex gap={2} wrap="wrap">
            {link && (
              <Button size="S" variant="secondary" startIcon={<LinkIcon />} onClick={() => setAsked({ act: 'link' })}>
                {t('links.add')}
              </Button>
            )}
            {merge && !merge.waits && (
              <Button size="S" variant="secondary" onClick={() => setAsked({ act: 'merge' })}>
                {t('links.merge')}
              </Button>
            )}
            {split && (
              <Button size="S" variant="secondary" onClick={() => setAsked({ act: 'split' })}>
                {t('links.split')}
              </Button>
            )}
          </Flex>
        }
      >
        {merge?.waits && (
          <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
            {t('links.mergeWaits')}
          </Typography>
        )}
        {data.links.length === 0 ? (
          <Empty title={t('links.none')}>{t('links.noneHint')}</Empty>
        ) : (
          <ul aria-label={t('links.title')}>
            {data.links.map((one) => (
              <LinkRow
                key={one.id}
                link={one}
                onAct={(act) => setAsked({ act, linkId: one.id })}
                onMergeBack={
                  merge && !merge.waits && isSplitOff(one)
                    ? () => setAsked({ act: 'merge', into: one.other })
                    : undefined
                }
              />
            ))}
          </ul>
        )}
      </Card>
      <MergedContents contents={data.merged} />
      {(asked?.act === 'link' || asked?.act === 'merge') && (
        <LinkDialog
          caseId={caseId}
          act={asked.act}
          merge={merge}
          first={asked.act === 'merge' ? asked.into : undefined}
          onClose={close}
          onDone={done}
        />
      )}
      {asked?.act === 'split' && <SplitDialog caseId={caseId} onClose={close} />}
      {asked && 'linkId' in asked && asked.act !== 'approve' && (
        <ReasonDialog
          title={t(`links.${asked.act}`)}
          about={t(`links.${asked.act}About`)}
          label={t('links.reason')}
          confirm={t(`links.${asked.act}`)}
          danger={asked.act !== 'undo'}
          least={{ length: LINK_REASON_MIN, hint: t('links.reasonShort', { count: LINK_REASON_MIN }) }}
          onClose={close}
          onConfirm={async (reason) => {
            await post(`/case-links/${asked.linkId}/${routeOf(asked.act)}?wait=8000`, { reason });
            done();
          }}
        />
      )}
      {asked?.act === 'approve' && (
        <ActDialog
          title={t('links.approve')}
          confirm={t('links.approve')}
          onClose={close}
          onConfirm={async () => {
            await post(`/case-links/${asked.linkId}/approve?wait=8000`);
            done();
          }}
        >
          {approved && (
            <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {t(`links.kind.MERGED_INTO.${approved.direction}`)}: {nameOf(approved)}
            </Typography>
          )}
          {approved?.reason && (
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {approved.reason}
            </Typography>
          )}
          <Typography tag="p">{t('links.approveAbout')}</Typography>
        </ActDialog>
      )}
      {data.links.some(({ state }) => state === 'PENDING') && (
        <Typography role="status" variant="pi" textColor="neutral600">
          {t('links.pendingHint')}
        </Typography>
      )}
    </Flex>
  );
};
