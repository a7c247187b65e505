import { Button, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { OpenModal } from '../../components/OpenModal';
import { type TextKey, useText } from '../../text/useText';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 8px 24px;
  align-items: baseline;
  kbd {
    display: inline-block;
    min-width: 2.4rem;
    padding: 2px 6px;
    text-align: center;
    font-family: inherit;
    font-size: 1.2rem;
    border-radius: 4px;
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.neutral100};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

const KEYS: { keys: string[]; words: TextKey }[] = [
  { keys: ['j', 'k'], words: 'tasks.key.move' },
  { keys: ['Enter', 'o'], words: 'tasks.key.open' },
  { keys: ['x'], words: 'tasks.key.choose' },
  { keys: ['c'], words: 'tasks.key.claim' },
  { keys: ['e', 'h'], words: 'tasks.key.complete' },
  { keys: ['/'], words: 'tasks.key.search' },
  { keys: ['Esc'], words: 'tasks.key.close' },
  { keys: ['?'], words: 'tasks.key.help' },
];

export const KeysDialog = ({ onClose }: { onClose(): void }) => {
  const { t } = useText();
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('tasks.keysTitle')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Keys>
            {KEYS.map(({ keys, words }) => (
              <div key={words} style={{ display: 'contents' }}>
                <dt>
                  {keys.map((key, at) => (
                    <span key={key}>
                      {at > 0 && ' '}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </dt>
                <Typography tag="dd">{t(words)}</Typography>
              </div>
            ))}
          </Keys>
        </Modal.Body>
        <Modal.Footer>
          <span />
          <Button onClick={onClose}>{t('action.close')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
