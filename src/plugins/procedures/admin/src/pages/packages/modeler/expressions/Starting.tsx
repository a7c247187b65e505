import { Flex, Loader, Typography } from '@strapi/design-system';

import { useText } from '../../../../text/useText';

/** The engine for trials is on its way. */
export const Starting = () => {
  const { t } = useText();
  return (
    <Flex gap={3}>
      <Loader small>{t('expressions.starting')}</Loader>
      <Typography textColor="neutral600">{t('expressions.starting')}</Typography>
    </Flex>
  );
};
