import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import type { CaseLinkView } from '../../../../shared/case-links-contract';
import type { CaseDetail } from '../../../../shared/contracts';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** What one asks first of a case: its number, its state, who has it, what is due next, how it stands to others. */
interface Props {
  detail: CaseDetail;
  links: CaseLinkView[];
}

export const CaseHeaderFacts = ({ detail, links }: Props) => {
  const summary = detail.case;
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
  const inForce = links.filter(({ state }) => state === 'IN_FORCE');
  const into = inForce.find(({ kind, direction }) => kind === 'MERGED_INTO' && direction === 'OUT');
  const mergedIn = inForce.filter(({ kind, direction }) => kind === 'MERGED_INTO' && direction === 'IN').length;
  const from = inForce.find(({ kind, direction }) => kind === 'SPLIT_FROM' && direction === 'OUT');
  const badges = [
    into && t('case.mergedInto', { number: into.other.bookNo ?? '–' }),
    mergedIn > 0 && t('case.hasMerged', { count: mergedIn }),
    from && t('case.splitFrom', { number: from.other.bookNo ?? '–' }),
    inForce.some(({ kind }) => kind === 'SUSPECTED_DUPLICATE') && t('case.suspected'),
    links.some(({ state }) => state === 'ASKED') && t('case.askedMerge'),
    detail.persons.some(({ sealed }) => sealed) && t('case.protected'),
  ].filter((badge): badge is string => typeof badge === 'string');
  return (
    <Flex gap={4} wrap="wrap" style={{ rowGap: 4 }}>
      <Mark>{pick(summary.stateTitle) || summary.state}</Mark>
      {summary.clock && <ClockBadge clock={summary.clock} />}
      {badges.map((badge) => (
        <Mark key={badge} tone="warn">
          {badge}
        </Mark>
      ))}
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
