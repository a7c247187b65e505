import { Box, Button, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { OpenModal } from './OpenModal';
import { StayDialog } from './StayDialog';
import { useCopy } from './useCopy';

interface Props {
  title: string;
  about: string;
  secret: string;
  onClose(): void;
}

/** The only time that a secret is seen: one that was not copied is not lost by a stray key or click. */
export const SecretDialog = ({ title, about, secret, onClose }: Props) => {
  const { t } = useText();
  const copy = useCopy();
  const [copied, setCopied] = React.useState(false);
  const [asking, setAsking] = React.useState(false);
  return (
    <OpenModal onClose={() => (copied ? onClose() : setAsking(true))}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">{about}</Typography>
          <Box background="neutral100" hasRadius padding={3} marginTop={4}>
            <Typography tag="code" style={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }}>
              {secret}
            </Typography>
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={async () => setCopied(await copy(secret, 'secret.copied'))}>
            {t(copied ? 'secret.copied' : 'secret.copy')}
          </Button>
          <Button onClick={onClose}>{t('secret.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
      {asking && (
        <StayDialog
          title={t('secret.leaveTitle')}
          about={t('secret.leaveAbout')}
          stay={t('secret.leaveStay')}
          go={t('secret.done')}
          onStay={() => setAsking(false)}
          onGo={onClose}
        />
      )}
    </OpenModal>
  );
};
