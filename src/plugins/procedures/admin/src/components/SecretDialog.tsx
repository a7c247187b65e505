import { Box, Button, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { OpenModal } from './OpenModal';
import { useCopy } from './useCopy';

interface Props {
  title: string;
  about: string;
  secret: string;
  onClose(): void;
}

/** The only time that a secret is seen; a click beside the window does not lose it. */
export const SecretDialog = ({ title, about, secret, onClose }: Props) => {
  const { t } = useText();
  const copy = useCopy();
  const [copied, setCopied] = React.useState(false);
  return (
    <OpenModal>
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
    </OpenModal>
  );
};
