import { Button } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { useText } from '../text/useText';

/** What narrows a list and has no field of its own; a press takes it away. */
export const FilterChip = ({ children, onRemove }: { children: string; onRemove(): void }) => {
  const { t } = useText();
  return (
    <Button
      size="S"
      variant="secondary"
      endIcon={<Cross aria-hidden />}
      aria-label={t('filter.remove', { name: children })}
      onClick={onRemove}
    >
      {children}
    </Button>
  );
};
