import { Box, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { useText } from '../../../text/useText';

interface Props {
  modeler: Modeler | null;
  draftId: string;
  /** saves what is drawn: only then does the server know the names at an element */
  onFlush(): Promise<void>;
}

/** Every property of the chosen element. It is twice as large as the modeler itself, so it comes when it is first unfolded. */
export const ExpertPanel = ({ modeler, draftId, onFlush }: Props) => {
  const words = useText();
  const { t } = words;
  const given = React.useRef({ words, draftId, onFlush });
  given.current = { words, draftId, onFlush };
  const panel = React.useRef<HTMLDivElement>(null);
  const [wasOpened, setOpened] = React.useState(false);
  React.useEffect(() => {
    if (!wasOpened || !modeler) return undefined;
    let gone = false;
    import('./attachExpertPanel')
      .then(({ attachExpertPanel }) => {
        if (!gone && panel.current) attachExpertPanel(modeler, panel.current, given.current);
      })
      // Not reached now: unfolding it again tries again.
      .catch(() => !gone && setOpened(false));
    return () => {
      gone = true;
    };
  }, [wasOpened, modeler]);
  return (
    <Box
      tag="details"
      style={{ flex: 'none' }}
      onToggle={(event: React.SyntheticEvent<HTMLDetailsElement>) => event.currentTarget.open && setOpened(true)}
    >
      <Typography tag="summary" variant="sigma" textColor="neutral600" style={{ cursor: 'pointer' }}>
        {t('modeler.expertPanel')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {t('modeler.expertTry')}
      </Typography>
      <Box ref={panel} style={{ background: '#fff', color: '#22242a', colorScheme: 'light' }} />
    </Box>
  );
};
