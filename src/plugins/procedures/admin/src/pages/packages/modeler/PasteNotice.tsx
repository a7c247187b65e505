import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { useText } from '../../../text/useText';
import type { LeftBehind } from './carrySettings';

interface Props {
  left: LeftBehind[];
  onClose(): void;
}

/** What pasted steps could not bring into this package, and where it is chosen again. */
export const PasteNotice = ({ left, onClose }: Props) => {
  const { t } = useText();
  return (
    <Box role="alert" padding={3} background="warning100" hasRadius>
      <Typography tag="p" textColor="neutral800">
        {t('modeler.paste.left')}
      </Typography>
      <ul>
        {left.map(({ step, kind, name }) => (
          <li key={`${step} ${kind} ${name}`}>
            <Typography textColor="neutral800">
              {t(`modeler.paste.${kind}`, { step: step || t('outline.nameless'), name: name ?? '' })}
            </Typography>
          </li>
        ))}
      </ul>
      <Flex paddingTop={2}>
        <Button size="S" variant="tertiary" onClick={onClose}>
          {t('modeler.paste.read')}
        </Button>
      </Flex>
    </Box>
  );
};
