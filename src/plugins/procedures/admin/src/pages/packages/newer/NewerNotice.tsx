import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { DraftView } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { TakeNewerDialog } from './TakeNewerDialog';

interface Props {
  draft: DraftView;
  onTaken(): Promise<unknown>;
}

/** A version came into force since this draft was made: it is not proposed before it has taken that over. */
export const NewerNotice = ({ draft, onTaken }: Props) => {
  const { t } = useText();
  const [taking, setTaking] = React.useState(false);
  const version = draft.versionInForce;
  if (draft.draft.baseVersion === version) return null;
  return (
    <Flex
      role="status"
      gap={3}
      wrap="wrap"
      padding={3}
      marginBottom={3}
      background="warning100"
      borderColor="warning200"
      hasRadius
    >
      <Typography>{t('packages.newer', { base: draft.draft.baseVersion, version })}</Typography>
      <Button size="S" onClick={() => setTaking(true)}>
        {t('packages.newer.take', { version })}
      </Button>
      {taking && (
        <TakeNewerDialog
          draftId={draft.draft.id}
          onClose={() => setTaking(false)}
          onTaken={async () => {
            await onTaken();
            setTaking(false);
          }}
        />
      )}
    </Flex>
  );
};
