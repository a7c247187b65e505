import { Typography } from '@strapi/design-system';

import type { WaitingAction } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { Line } from './OperationsGrid';

/** What people did and the engine has not confirmed yet. */
export const WaitingActions = ({ items }: { items: WaitingAction[] }) => {
  const { t } = useText();
  return (
    <Card title={t('operations.waiting')}>
      <ul>
        {items.map((item) => (
          <Line key={item.id}>
            <Typography>{t(`operations.kind.${item.kind}`)}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {formatInstant(item.enteredAt)} · {t('operations.attempts', { count: item.attempts })}
              {item.lastAnswer ? ` · ${item.lastAnswer}` : ''}
            </Typography>
            <Mark tone={item.state === 'BLOCKED' ? 'warn' : 'plain'}>{t(`operations.state.${item.state}`)}</Mark>
          </Line>
        ))}
      </ul>
    </Card>
  );
};
