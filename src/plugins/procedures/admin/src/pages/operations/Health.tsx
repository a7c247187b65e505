import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';

import type { OperationsView } from '../../../../shared/contracts';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { Tiles } from './OperationsGrid';
import { recordLag } from './recordLag';

interface TileProps {
  name: string;
  value: string;
  well: boolean;
  note?: string;
}

const Tile = ({ name, value, well, note }: TileProps) => {
  const Icon = well ? CheckCircle : WarningCircle;
  return (
    <Box background="neutral0" borderColor="neutral150" hasRadius padding={4} style={{ minWidth: 0 }}>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {name}
      </Typography>
      <Flex gap={2} paddingTop={1}>
        <Icon aria-hidden width="1.6rem" height="1.6rem" fill={well ? 'success600' : 'danger600'} />
        <Typography variant="delta" tag="p" textColor={well ? 'neutral800' : 'danger700'}>
          {value}
        </Typography>
      </Flex>
      {note && (
        <Typography variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
};

/** More positions behind than this, and people notice that tasks appear late. */
const LAG_NOTICED = 500;

export const Health = ({ view, stale }: { view: OperationsView; stale: boolean }) => {
  const { t, language } = useText();
  const numbers = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const { engine, records, actions, incidents } = view;
  const lag = recordLag(records.lag);
  return (
    <>
      {stale && <WarnText role="status">{t('operations.stale')}</WarnText>}
      <Tiles>
        <Tile
          name={t('operations.engine')}
          value={t(engine.connected ? 'operations.connected' : 'operations.disconnected')}
          well={engine.connected}
          note={[engine.version, engine.address].filter(Boolean).join(' · ')}
        />
        <Tile
          name={t('operations.lag')}
          value={lag === 0 ? t('operations.noLag') : t('operations.lagCount', { count: numbers.format(lag) })}
          well={lag < LAG_NOTICED}
        />
        <Tile
          name={t('operations.waiting')}
          value={numbers.format(actions.staged)}
          well={actions.blocked === 0}
          note={actions.blocked > 0 ? t('operations.blocked', { count: actions.blocked }) : undefined}
        />
        <Tile name={t('operations.incidents')} value={numbers.format(incidents.length)} well={incidents.length === 0} />
      </Tiles>
    </>
  );
};
