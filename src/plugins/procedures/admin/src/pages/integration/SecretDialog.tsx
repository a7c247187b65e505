import { Box, Button, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';

import { OpenModal } from '../../components/OpenModal';
import { useText } from '../../text/useText';

/** The only time that the token is seen; a click beside the window does not lose it. */
export const SecretDialog = ({ secret, onClose }: { secret: string; onClose(): void }) => {
  const { t } = useText();
  const [copied, setCopied] = React.useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <OpenModal>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('integration.secret.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">{t('integration.secret.text')}</Typography>
          <Box background="neutral100" hasRadius padding={3} marginTop={4}>
            <Typography tag="code" style={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }}>
              {secret}
            </Typography>
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={() => void copy()}>
            {t(copied ? 'integration.secret.copied' : 'integration.secret.copy')}
          </Button>
          <Button onClick={onClose}>{t('integration.secret.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
