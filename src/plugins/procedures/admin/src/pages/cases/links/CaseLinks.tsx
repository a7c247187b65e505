import { Button, Flex, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';
import * as React from 'react';

import type { CaseLinks as Links } from '../../../../../shared/case-links-contract';
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
  | { act: 'link' | 'merge' | 'split' }
  | { act: 'end' | 'refuse' | 'undo' | 'approve'; linkId: string }
  | null;

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
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Card
        title={t('links.title')}
        aside={
          <Flex gap={2} wrap="wrap" justifyContent="flex-end">
            {link && (
              <Button size="S" variant="secondary" startIcon={<LinkIcon />} onClick={() => setAsked({ act: 'link' })}>
                {t('links.add')}
              </Button>
            )}
            {merge && (
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
        {data.links.length === 0 ? (
          <Empty title={t('links.none')}>{t('links.noneHint')}</Empty>
        ) : (
          <ul aria-label={t('links.title')}>
            {data.links.map((one) => (
              <LinkRow key={one.id} link={one} onAct={(act) => setAsked({ act, linkId: one.id })} />
            ))}
          </ul>
        )}
      </Card>
      <MergedContents contents={data.merged} />
      {(asked?.act === 'link' || asked?.act === 'merge') && (
        <LinkDialog caseId={caseId} act={asked.act} merge={merge} onClose={close} onDone={done} />
      )}
      {asked?.act === 'split' && <SplitDialog caseId={caseId} onClose={close} />}
      {asked && 'linkId' in asked && asked.act !== 'approve' && (
        <ReasonDialog
          title={t(`links.${asked.act}`)}
          about={t(`links.${asked.act}About`)}
          label={t('links.reason')}
          confirm={t(`links.${asked.act}`)}
          danger={asked.act !== 'undo'}
          onClose={close}
          onConfirm={async (reason) => {
            await post(`/case-links/${asked.linkId}/${asked.act}?wait=8000`, { reason });
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
