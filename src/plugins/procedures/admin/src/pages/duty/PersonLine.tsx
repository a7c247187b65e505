import { Flex, Typography } from '@strapi/design-system';

import type { DutyPerson } from '../../../../shared/duty-contract';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';

export const PersonLine = ({ person, strong = false }: { person: DutyPerson; strong?: boolean }) => {
  const { t } = useText();
  return (
    <Flex tag="span" gap={2} wrap="wrap">
      <Typography fontWeight={strong ? 'bold' : undefined}>{person.name}</Typography>
      {person.absent && <Mark tone="warn">{t('duty.absent')}</Mark>}
    </Flex>
  );
};
