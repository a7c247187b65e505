import { Flex, Typography } from '@strapi/design-system';

import type { DecidedOne, TriedDecision, UnreadableCell } from '../../../../../shared/decisions-contract';
import { type Text, useText } from '../../../text/useText';
import { Note } from '../modeler/expressions/Note';
import { Starting } from '../modeler/expressions/Starting';
import { DecidedTable } from './DecidedTable';
import { Folded } from './Folded';

/** What the engine decided, why so, and why not otherwise. */
export const TriedTable = ({ tried }: { tried: TriedDecision }) => {
  const text = useText();
  const { t, pick } = text;
  if (tried.state === 'STARTING') return <Starting />;
  if (tried.state === 'UNREADABLE')
    return (
      <Note tone="danger" title={t('tables.try.unreadable')}>
        <ul>
          {tried.problems.map((one) => (
            <li key={`${placeOf(one, text)} ${one.en}`}>
              <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {[placeOf(one, text), pick(one)].filter(Boolean).join(': ')}
              </Typography>
            </li>
          ))}
        </ul>
      </Note>
    );
  const [asked, ...required] = tried.decisions;
  if (tried.state === 'FAILED')
    return (
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Note tone="danger" title={t('tables.try.failed')}>
          <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {pick(tried.problem)}
          </Typography>
        </Note>
        {/* As far as the engine came. */}
        {tried.decisions.map((one) => (
          <Named key={one.id} decided={one} isFailed={one.id === tried.failed} />
        ))}
      </Flex>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {asked && <DecidedTable decided={asked} />}
      {required.length > 0 && (
        <Folded title={t('tables.try.required', { count: required.length })}>
          {required.map((one) => (
            <Named key={one.id} decided={one} />
          ))}
        </Folded>
      )}
    </Flex>
  );
};

const Named = ({ decided, isFailed }: { decided: DecidedOne; isFailed?: boolean }) => (
  <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2} paddingBottom={2}>
    <Typography tag="h3" variant="pi" fontWeight="semiBold">
      {decided.name}
    </Typography>
    <DecidedTable decided={decided} isFailed={isFailed} />
  </Flex>
);

function placeOf({ decision, rule, column }: UnreadableCell, { t }: Pick<Text, 't'>): string {
  return [
    decision && `“${decision}”`,
    rule !== null && t('tables.try.ruleAt', { rule }),
    column && t('tables.try.columnAt', { column }),
  ]
    .filter(Boolean)
    .join(', ');
}
