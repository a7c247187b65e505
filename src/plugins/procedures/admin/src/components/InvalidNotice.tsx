import { Typography } from '@strapi/design-system';

import { useText } from '../text/useText';

/** Beside the button that did nothing: why. */
export const InvalidNotice = ({ shown }: { shown: boolean }) => {
  const { t } = useText();
  return (
    <Typography role="alert" variant="pi" textColor="danger700">
      {shown ? t('form.invalid') : ''}
    </Typography>
  );
};
