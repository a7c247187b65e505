import { Button, Flex, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import * as React from 'react';

import type { IntakeDraftRow } from '../../../../shared/intake-contract';
import { ActDialog } from '../../components/ActDialog';
import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

interface Props {
  drafts: IntakeDraftRow[];
  onResume(id: string): void;
  onDrop(id: string): Promise<void>;
}

/** "Đang gõ dở": the reader's own entries that were not sent. */
export const DraftList = ({ drafts, onResume, onDrop }: Props) => {
  const { t, pick } = useText();
  const [dropped, setDropped] = React.useState<IntakeDraftRow | null>(null);
  if (drafts.length === 0) return null;
  return (
    <Card>
      <Typography variant="delta" tag="h2">
        {t('intake.drafts', { count: drafts.length })}
      </Typography>
      <ul aria-label={t('intake.drafts', { count: drafts.length })}>
        {drafts.map((draft) => (
          <Flex key={draft.id} tag="li" gap={3} paddingTop={2} justifyContent="space-between" wrap="wrap">
            <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0, flex: '1 1 24rem' }}>
              <Typography style={{ overflowWrap: 'anywhere' }}>{draft.line ?? pick(draft.title)}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {t('intake.draftFacts', {
                  saved: formatInstant(draft.savedAt),
                  files: draft.files,
                  removed: formatInstant(draft.removedAt),
                })}
              </Typography>
            </Flex>
            <Flex gap={2}>
              <Button size="S" startIcon={<Pencil />} onClick={() => onResume(draft.id)}>
                {t('intake.resume')}
              </Button>
              <Button size="S" variant="danger-light" startIcon={<Trash />} onClick={() => setDropped(draft)}>
                {t('intake.drop')}
              </Button>
            </Flex>
          </Flex>
        ))}
      </ul>
      {dropped && (
        <ActDialog
          danger
          title={t('intake.dropTitle')}
          confirm={t('intake.drop')}
          onClose={() => setDropped(null)}
          onConfirm={async () => {
            await onDrop(dropped.id);
            setDropped(null);
          }}
        >
          <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
            {t('intake.dropAbout', { line: dropped.line ?? pick(dropped.title) })}
          </Typography>
        </ActDialog>
      )}
    </Card>
  );
};
