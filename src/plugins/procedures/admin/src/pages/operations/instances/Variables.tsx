import { Box, Button, Typography } from '@strapi/design-system';

import type { InstanceVariable } from '../../../../../shared/operations-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';
import { Line } from '../OperationsGrid';

interface Props {
  variables: InstanceVariable[];
  canChange: boolean;
  /** unfolded from the start: something stands still, and one of them may be why */
  isOpen: boolean;
  onFix(variable: InstanceVariable): void;
}

/** What the manifest lets cross to the engine: codes and facts, nothing of people. */
export const Variables = ({ variables, canChange, isOpen, onFix }: Props) => {
  const { t, pick } = useText();
  const shown = (value: unknown) => {
    if (value === null || value === undefined || value === '') return t('instances.empty');
    if (typeof value === 'boolean') return t(value ? 'instances.yes' : 'instances.no');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (
    <Card title={t('instances.variables', { count: variables.length })}>
      <Box tag="details" open={isOpen || undefined}>
        <Typography tag="summary" style={{ cursor: 'pointer' }}>
          {t('instances.showVariables')}
        </Typography>
        <ul>
          {variables.map((one) => (
            <Line key={one.name}>
              <Box style={{ flex: '1 1 24rem', minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography tag="p">{pick(one.title)}</Typography>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {one.name}: {shown(one.value)}
                </Typography>
              </Box>
              {canChange && one.editable && (
                <Button
                  size="S"
                  variant="tertiary"
                  aria-label={`${t('instances.fix')} ${pick(one.title)}`}
                  onClick={() => onFix(one)}
                >
                  {t('instances.fix')}
                </Button>
              )}
            </Line>
          ))}
        </ul>
      </Box>
    </Card>
  );
};
