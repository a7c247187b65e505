import { Modal } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { StayDialog } from './StayDialog';

interface Props {
  /** absent: it is left only by what it offers itself */
  onClose?(): void;
  children: React.ReactNode;
}

const WORDLESS = ['search', 'checkbox', 'radio', 'file'];

/** Words that somebody would have to type again. */
const holdsWords = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement
    ? !WORDLESS.includes(target.type)
    : target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);

/**
 * A dialog that is there as long as it is rendered. It gives the focus back to what opened it: the dialogs here have no
 * trigger of their own, and without this whoever works by keyboard begins at the top of the page again. Neither Escape nor
 * a click beside it throws away what was typed before that is asked about.
 */
export const OpenModal = ({ onClose, children }: Props) => {
  const { t } = useText();
  // While rendering: once the dialog stands, the focus is in it.
  const [opener] = React.useState(() => document.activeElement);
  const isTyped = React.useRef(false);
  const [isAsking, setAsking] = React.useState(false);
  React.useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
  const leave = () => {
    if (!onClose) return;
    if (isTyped.current) setAsking(true);
    else onClose();
  };
  return (
    <>
      <Modal.Root open onOpenChange={(open: boolean) => !open && leave()}>
        {/* Takes no room; what is typed into the dialog passes here on its way up. */}
        <div
          style={{ display: 'contents' }}
          onInput={({ target }) => {
            isTyped.current ||= holdsWords(target);
          }}
        >
          {children}
        </div>
      </Modal.Root>
      {isAsking && (
        <StayDialog
          title={t('abandon.title')}
          about={t('abandon.about')}
          stay={t('abandon.stay')}
          go={t('abandon.leave')}
          onStay={() => setAsking(false)}
          onGo={() => onClose?.()}
        />
      )}
    </>
  );
};
