import { Button, Modal, Typography } from '@strapi/design-system';

import { OpenModal } from '../../../components/OpenModal';
import { type TextKey, useText } from '../../../text/useText';

const KEYS: [string, TextKey][] = [
  ['N', 'modeler.key.add'],
  ['O', 'modeler.key.outline'],
  ['Ctrl + Z', 'modeler.key.undo'],
  ['Ctrl + Y', 'modeler.key.redo'],
  ['Ctrl + F', 'modeler.key.find'],
  ['Ctrl + C, Ctrl + V', 'modeler.key.copy'],
  ['Ctrl + A', 'modeler.key.all'],
  ['Delete', 'modeler.key.delete'],
  ['E', 'modeler.key.label'],
  ['← ↑ → ↓', 'modeler.key.move'],
  ['Ctrl + +, Ctrl + −, Ctrl + 0', 'modeler.key.zoom'],
  ['H', 'modeler.key.hand'],
  ['L', 'modeler.key.lasso'],
  ['S', 'modeler.key.space'],
  ['C', 'modeler.key.connect'],
  ['?', 'modeler.key.help'],
];

/** What the keyboard does on the canvas. */
export const KeyHelp = ({ onClose }: { onClose(): void }) => {
  const { t } = useText();
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('modeler.help')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '8px 24px' }}>
            {KEYS.map(([keys, words]) => (
              <div key={keys} style={{ display: 'contents' }}>
                <Typography tag="dt" fontWeight="semiBold">
                  {keys}
                </Typography>
                <Typography tag="dd">{t(words)}</Typography>
              </div>
            ))}
          </dl>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
