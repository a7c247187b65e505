import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import type { CaseSummary } from '../../../../shared/contracts';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** What one asks first of a case: its number, its state, who has it. */
export const CaseHeaderFacts = ({ summary }: { summary: CaseSummary }) => {
  const { t, pick } = useText();
  const fact = (name: string, value: string | null | undefined) =>
    value ? (
      <Typography variant="pi" textColor="neutral600" key={name}>
        {name}{' '}
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {value}
        </Typography>
      </Typography>
    ) : null;
  return (
    <Flex gap={4} wrap="wrap" style={{ rowGap: 4 }}>
      <Mark>{pick(summary.stateTitle) || summary.state}</Mark>
      {summary.restricted && (
        <Flex gap={1} tag="span">
          <Lock aria-hidden width="1.2rem" height="1.2rem" fill="neutral600" />
          <Typography variant="pi">{t('case.restricted')}</Typography>
        </Flex>
      )}
      {fact(t('case.bookNo'), summary.bookNo)}
      {fact(t('case.receiptCode'), summary.receiptCode)}
      {fact(t('case.handlingUnit'), summary.handlingUnitName ?? summary.handlingUnit)}
      {fact(t('case.originUnit'), summary.originUnitName ?? summary.originUnit)}
      {fact(t('case.receivedAt'), formatInstant(summary.receivedAt))}
      {fact(t('case.outcome'), pick(summary.outcomeTitle) || summary.outcome)}
    </Flex>
  );
};
