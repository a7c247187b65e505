import { Flex, Typography } from '@strapi/design-system';

import { HEAT_COLORS } from '../../../components/diagram/heatColors';
import { useText } from '../../../text/useText';

interface Props {
  measure: string;
  least: string;
  most: string;
}

/** What the colours mean, in words and values. */
export const HeatLegend = ({ measure, least, most }: Props) => {
  const { t } = useText();
  return (
    <Flex gap={2} alignItems="center" wrap="wrap" aria-label={t('heat.legend')} role="group">
      <Typography variant="pi">{measure}:</Typography>
      <Typography variant="pi">{least}</Typography>
      {HEAT_COLORS.map((color) => (
        <span
          key={color}
          aria-hidden
          style={{ width: 28, height: 14, background: color, border: '1px solid #8e8ea9' }}
        />
      ))}
      <Typography variant="pi">{most}</Typography>
    </Flex>
  );
};
