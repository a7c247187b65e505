import { Button, Dialog, Typography } from '@strapi/design-system';

import { useText } from '../../text/useText';

interface Props {
  /** what happens if it is sent all the same */
  about: string;
  onBack(): void;
  /** where the focus goes when this is closed: while it was being sent, the field that had it was locked */
  onClosed(): void;
  onSend(): void;
}

/** Asked before a form that nobody has typed into takes a number. Going back is what a stray Enter does. */
export const EmptyEntryDialog = ({ about, onBack, onClosed, onSend }: Props) => {
  const { t } = useText();
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && onBack()}>
      <Dialog.Content
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        <Dialog.Header>{t('intake.emptyTitle')}</Dialog.Header>
        <Dialog.Body>
          <Typography tag="p" textAlign="center">
            {about}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('intake.emptyBack')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth onClick={onSend}>
            {t('intake.emptySend')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
