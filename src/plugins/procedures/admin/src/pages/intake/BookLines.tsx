import { Flex, Link, LinkButton, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { BookLine } from '../../../../shared/intake-contract';
import { Empty } from '../../components/Empty';
import { Mark } from '../../components/Mark';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

interface Props {
  packageId: string;
  lines: BookLine[];
  state: string;
  onState(state: string): void;
}

const TONES = { USED: 'good', RECORDING: 'plain', RESERVED: 'warn', VOIDED: 'plain' } as const;
const STATES = ['USED', 'RESERVED', 'VOIDED'] as const;
const ALL = 'ALL';

export const BookLines = ({ packageId, lines, state, onState }: Props) => {
  const { t } = useText();
  return (
    <>
      <SingleSelect
        aria-label={t('book.filter')}
        value={state || ALL}
        onChange={(value: string | number) => onState(value === ALL ? '' : String(value))}
      >
        <SingleSelectOption value={ALL}>{t('book.all')}</SingleSelectOption>
        {STATES.map((one) => (
          <SingleSelectOption key={one} value={one}>
            {t(`book.state.${one}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {lines.length === 0 && <Empty title={t('book.empty')}>{t('book.emptyHint')}</Empty>}
      <ul aria-label={t('intake.book')}>
        {lines.map((line) => (
          <Flex key={line.number} tag="li" gap={3} paddingTop={3} wrap="wrap" alignItems="center">
            <Typography fontWeight="bold" style={{ minWidth: '9rem' }}>
              {line.text}
            </Typography>
            <Mark tone={TONES[line.state]}>{t(`book.state.${line.state}`)}</Mark>
            {line.caseId && (
              <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${line.caseId}`}>
                {line.title ?? t('case.open')}
              </Link>
            )}
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              {[
                line.receivedAt && formatInstant(line.receivedAt),
                line.enteredLate && t('book.late'),
                line.voidReason && t('book.voidFacts', { reason: line.voidReason, person: line.voidedBy ?? '' }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            {line.state === 'RESERVED' && (
              <LinkButton
                size="S"
                variant="tertiary"
                tag={RouterLink}
                to={`${PAGES_ROOT}/intake?paper=${packageId}:${line.series}:${line.year}:${line.number}`}
                aria-label={t('book.enterOf', { number: line.text })}
              >
                {t('book.enter')}
              </LinkButton>
            )}
          </Flex>
        ))}
      </ul>
    </>
  );
};
