import { Button, Flex, Typography } from '@strapi/design-system';

import { useText } from '../../../text/useText';
import type { Unread } from './importWarnings';
import { ToldNotice } from './ToldNotice';

interface Props {
  unread: Unread[];
  onSelect(element: string): void;
  onClose(): void;
}

/** What of the drawing could not be read, and is lost when it is saved; choosing one leads to its element. */
export const UnreadNotice = ({ unread, onSelect, onClose }: Props) => {
  const { t } = useText();
  return (
    <ToldNotice words={t('modeler.unread', { count: unread.length })} onClose={onClose}>
      {unread.map((one) => {
        const element = one.name ? `"${one.name}" (${one.element})` : (one.element ?? '');
        const { kind, what, property } = one;
        return (
          <li key={`${kind} ${one.element} ${property} ${what}`}>
            <Flex gap={2} wrap="wrap">
              <Typography textColor="neutral800">
                {element && `${element}: `}
                {t(`modeler.unread.${kind}`, { what, property: property ?? '' })}
              </Typography>
              {one.element && (
                <Button size="S" variant="ghost" onClick={() => onSelect(one.element ?? '')}>
                  {t('modeler.unread.show')}
                </Button>
              )}
            </Flex>
          </li>
        );
      })}
    </ToldNotice>
  );
};
