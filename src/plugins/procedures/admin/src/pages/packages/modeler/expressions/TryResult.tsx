import { Box, Flex, Typography } from '@strapi/design-system';

import type { TriedExpression } from '../../../../../../shared/expressions-contract';
import { useText } from '../../../../text/useText';
import { expectedOf, fits } from './expectation';
import type { ExpressionKind } from './expressionsOf';
import { Note } from './Note';
import { Starting } from './Starting';
import { Warnings } from './Warnings';

interface Props {
  tried: TriedExpression;
  /** null: nothing is known of what it must give */
  kind: ExpressionKind | null;
}

/** The engine's answer: the value, and why it is null. */
export const TryResult = ({ tried, kind }: Props) => {
  const { t, pick } = useText();
  if (tried.state === 'STARTING') return <Starting />;
  if (tried.state !== 'DONE')
    return (
      <Note tone="danger" title={t(tried.state === 'FAILED' ? 'expressions.failed' : 'expressions.unreadable')}>
        <Typography tag="p" textColor="neutral800">
          {pick(tried.problem)}
        </Typography>
        {tried.state === 'FAILED' && <Warnings of={tried.warnings} />}
      </Note>
    );
  const expected = kind && expectedOf(kind);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Box background="neutral100" hasRadius padding={3}>
        <Typography variant="pi" tag="p" textColor="neutral600">
          {t('expressions.value', { type: t(`expressions.type.${tried.type}`) })}
        </Typography>
        <Typography
          tag="pre"
          fontWeight="semiBold"
          textColor="neutral800"
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '14em', overflow: 'auto' }}
          tabIndex={0}
        >
          {JSON.stringify(tried.value, null, 2)}
        </Typography>
      </Box>
      {kind && expected && !fits(kind, tried.type, tried.value) && (
        <Note tone="warning" title={t('expressions.misfit')}>
          <Typography tag="p" textColor="neutral800">
            {t(`expressions.expects.${expected}`)}
          </Typography>
        </Note>
      )}
      {tried.warnings.length > 0 && (
        <Note tone="warning" title={t(tried.type === 'null' ? 'expressions.whyNull' : 'expressions.noticed')}>
          <Warnings of={tried.warnings} />
        </Note>
      )}
      {tried.type === 'null' && tried.warnings.length === 0 && (
        <Typography textColor="neutral600">{t('expressions.plainNull')}</Typography>
      )}
    </Flex>
  );
};
