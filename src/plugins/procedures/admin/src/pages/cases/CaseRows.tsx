import { Box, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';

import type { CaseRow } from '../../../../shared/contracts';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Lines } from '../../components/Lines';
import { HeaderRow, ListFrame, Row } from '../../components/ListGrid';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

export const CaseRows = ({ items, busy }: { items: CaseRow[]; busy: boolean }) => {
  const { t, pick } = useText();
  return (
    <ListFrame aria-busy={busy}>
      <HeaderRow aria-hidden>
        <span>{t('case.one')}</span>
        <span className="wide">{t('case.state')}</span>
        <span className="wide">{t('case.handlingUnit')}</span>
        <span>{t('tasks.column.clock')}</span>
      </HeaderRow>
      <ul aria-label={t('menu.cases')}>
        {items.map((item) => {
          const state = pick(item.stateTitle) || item.state;
          const unit = item.handlingUnitName ?? item.handlingUnit;
          return (
            <li key={item.id}>
              <Row as={RouterLink} to={`${PAGES_ROOT}/cases/${item.id}`} $selected={false}>
                <Box style={{ minWidth: 0 }}>
                  <Typography fontWeight="bold" tag="div" style={{ display: 'flex', gap: 4, alignItems: 'baseline' }}>
                    {item.restricted && (
                      <Lock aria-label={t('case.restricted')} width="1.2rem" height="1.2rem" style={{ flex: 'none' }} />
                    )}
                    <Lines most={3}>{item.title}</Lines>
                  </Typography>
                  <Typography variant="pi" textColor="neutral600" tag="div">
                    {[item.bookNo, item.receiptCode, formatInstant(item.receivedAt)].filter(Boolean).join(' · ')}
                  </Typography>
                  <Typography className="narrow" variant="pi" textColor="neutral600" tag="div">
                    <Lines>{`${state} · ${unit}`}</Lines>
                  </Typography>
                </Box>
                <Typography className="wide" variant="pi">
                  <Lines>{state}</Lines>
                </Typography>
                <Typography className="wide" variant="pi" textColor="neutral600">
                  <Lines>{unit}</Lines>
                </Typography>
                <ClockBadge clock={item.clock} />
              </Row>
            </li>
          );
        })}
      </ul>
    </ListFrame>
  );
};
