import { Button, Dialog, Typography } from '@strapi/design-system';

interface Props {
  title: string;
  /** what happens if one goes on */
  about: string;
  stay: string;
  go: string;
  onStay(): void;
  onGo(): void;
  /** where the focus goes when it closes; absent: back to where it was */
  onClosed?(): void;
}

/** Asked before a stray key or click does what is not easily taken back. Staying is what the next Escape or Enter does. */
export const StayDialog = ({ title, about, stay, go, onStay, onGo, onClosed }: Props) => (
  <Dialog.Root open onOpenChange={(open: boolean) => !open && onStay()}>
    <Dialog.Content
      onCloseAutoFocus={
        onClosed &&
        ((event: Event) => {
          event.preventDefault();
          onClosed();
        })
      }
    >
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Typography tag="p" textAlign="center">
          {about}
        </Typography>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            {stay}
          </Button>
        </Dialog.Cancel>
        <Button variant="danger" fullWidth onClick={onGo}>
          {go}
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);
