import { Button, Flex } from '@strapi/design-system';
import { Minus, Plus } from '@strapi/icons';

import { useText } from '../../text/useText';
import type { Fold } from './folds';

interface Props {
  folds: Fold[];
  open: readonly string[];
  onToggle(fold: Fold): void;
}

/** The folded parts of a form, each by its name. */
export const FoldBar = ({ folds, open, onToggle }: Props) => {
  const { t } = useText();
  if (folds.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingTop={2} paddingBottom={2} role="group" aria-label={t('form.folds')}>
      {folds.map((fold) => (
        <Button
          key={fold.id}
          type="button"
          size="S"
          variant="tertiary"
          aria-expanded={open.includes(fold.id)}
          startIcon={open.includes(fold.id) ? <Minus /> : <Plus />}
          onClick={() => onToggle(fold)}
        >
          {fold.label}
        </Button>
      ))}
    </Flex>
  );
};
