import { Button, Dialog, Typography } from '@strapi/design-system';

import { useText } from '../text/useText';

interface Props {
  onStay(): void;
  onLeave(): void;
}

/** Asked before a dialog that holds typed words is left by a stray key or click. Going on is what the next Escape does. */
export const AbandonDialog = ({ onStay, onLeave }: Props) => {
  const { t } = useText();
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && onStay()}>
      <Dialog.Content>
        <Dialog.Header>{t('abandon.title')}</Dialog.Header>
        <Dialog.Body>
          <Typography tag="p" textAlign="center">
            {t('abandon.about')}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('abandon.stay')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth onClick={onLeave}>
            {t('abandon.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
