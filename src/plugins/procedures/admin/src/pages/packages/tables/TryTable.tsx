import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import type { DecisionCaller, TriedDecision } from '../../../../../shared/decisions-contract';
import type { VariableType } from '../../../../../shared/expressions-contract';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { useText } from '../../../text/useText';
import { SampleField } from '../modeler/expressions/SampleField';
import type { Trying } from '../modeler/expressions/useTry';
import { SideSection } from '../SideSection';
import { AskedField } from './AskedField';
import type { AskedName } from './askedNames';
import { TriedTable } from './TriedTable';

const SHORT: VariableType[] = ['boolean', 'number'];

/** Short ones beside each other; their labels are sentences of a form, and are read whole. */
const AskedGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
  align-items: end;
  gap: 12px;
  padding-top: 12px;
  > [data-short='false'] {
    grid-column: 1 / -1;
  }
  label,
  label * {
    white-space: normal;
    overflow: visible;
  }
`;

export interface DecisionQuestion {
  path: string;
  decision: string;
  variables: Record<string, unknown>;
}

interface Props {
  draftId: string;
  path: string;
  decision: string;
  asked: AskedName[];
  /** null: the files make no package yet, so that no names are known */
  callers: DecisionCaller[] | null;
  trying: Trying<DecisionQuestion, TriedDecision>;
  /** saves what is drawn: only that is tried */
  onFlush(): Promise<void>;
}

/** The whole table tried on values of one's own or of a live case, without a word of FEEL. */
export const TryTable = ({ draftId, path, decision, asked, callers, trying, onFlush }: Props) => {
  const { t } = useText();
  const [values, setValues] = React.useState<Record<string, unknown>>({});
  const [taken, setTaken] = React.useState({ round: 0, from: '' });
  const result = React.useRef<HTMLDivElement>(null);
  const { tried, problem, busy, run, clear } = trying;
  React.useEffect(() => {
    if (tried || problem) result.current?.scrollIntoView({ block: 'nearest' });
  }, [tried, problem]);
  const element = callers?.find((one) => one.element !== null)?.element ?? '';
  const start = async () => {
    await onFlush();
    const entered = asked.map(({ variable: { name } }) => [name, values[name] ?? null]);
    run({ path, decision, variables: { ...values, ...Object.fromEntries(entered) } });
  };
  const titles = (callers ?? []).map(({ title }) => `“${title}”`);
  return (
    <SideSection title={t('tables.try.title')}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {titles.length > 0
          ? t('tables.try.askedBy', { steps: [...titles.slice(0, 3), ...(titles.length > 3 ? ['…'] : [])].join(', ') })
          : t(callers ? 'tables.try.askedByNobody' : 'tables.try.namesUnknown')}
      </Typography>
      <Box tag="details" paddingTop={2}>
        <Typography tag="summary" style={{ cursor: 'pointer' }}>
          {t('tables.try.fromCase')}
        </Typography>
        <Box paddingTop={2}>
          <SampleField
            key={decision}
            draftId={draftId}
            element={element}
            onChosen={({ bookNo, variables }) => {
              clear();
              setValues(variables);
              const name = bookNo ?? t('expressions.noNumber');
              setTaken((last) => ({ round: last.round + 1, from: t('tables.try.taken', { name }) }));
            }}
          />
        </Box>
      </Box>
      {taken.from && (
        <Typography tag="p" variant="pi" textColor="neutral600" role="status" paddingTop={2}>
          {taken.from}
        </Typography>
      )}
      <AskedGrid key={`${decision} ${taken.round}`}>
        {asked.map((one) => (
          <div key={one.variable.name} data-short={SHORT.includes(one.variable.type)}>
            <AskedField
              asked={one}
              value={values[one.variable.name] ?? null}
              onChange={(value) => {
                clear();
                setValues((last) => ({ ...last, [one.variable.name]: value }));
              }}
            />
          </div>
        ))}
      </AskedGrid>
      {callers && asked.length === 0 && <Typography tag="p">{t('tables.try.asksNothing')}</Typography>}
      <Flex paddingTop={3}>
        <Button variant="secondary" loading={busy} onClick={() => void start()}>
          {t('tables.try.run')}
        </Button>
      </Flex>
      <Box ref={result} aria-live="polite" paddingTop={tried || problem ? 3 : 0}>
        {problem && <ProblemSummary problem={problem} />}
        {tried && <TriedTable tried={tried} />}
      </Box>
    </SideSection>
  );
};
