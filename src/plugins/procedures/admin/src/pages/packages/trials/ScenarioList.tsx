import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { TrialRunView, TrialScenarioRow } from '../../../../../shared/trials-contract';
import { type TextKey, useText } from '../../../text/useText';

interface Props {
  scenarios: TrialScenarioRow[];
  run: TrialRunView | null;
  file: string;
  onOpen(file: string): void;
}

const Entry = styled.button`
  display: block;
  width: 100%;
  padding: 8px;
  border-radius: 4px;
  text-align: left;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral800};
  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

type Standing = 'running' | 'held' | 'failed' | 'stale' | 'notTried';
const COLOURS = {
  running: 'primary700',
  held: 'success700',
  failed: 'danger700',
  stale: 'warning700',
  notTried: 'neutral600',
} as const;
const MARKS = { running: '…', held: '✓', failed: '✗', stale: '~', notTried: '–' } as const;

const standingOf = (row: TrialScenarioRow, run: TrialRunView | null): Standing => {
  if (run?.state === 'RUNNING' && run.current?.file === row.file) return 'running';
  if (!row.last) return 'notTried';
  if (!row.last.ok) return 'failed';
  return row.last.stale ? 'stale' : 'held';
};

export const ScenarioList = ({ scenarios, run, file, onOpen }: Props) => {
  const { t, pick } = useText();
  return (
    <Box
      tag="nav"
      aria-label={t('trials.scenarios')}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={2}
      style={{ flex: '1 1 26rem', maxWidth: '36rem' }}
    >
      <ul>
        {scenarios.map((row) => {
          const standing = standingOf(row, run);
          return (
            <li key={row.file}>
              <Entry
                type="button"
                aria-current={row.file === file ? 'page' : undefined}
                onClick={() => onOpen(row.file)}
              >
                <Typography tag="div" fontWeight={row.file === file ? 'semiBold' : 'regular'}>
                  {pick(row.title)}
                </Typography>
                <Typography variant="pi" textColor={COLOURS[standing]}>
                  <span aria-hidden>{MARKS[standing]} </span>
                  {t(`trials.standing.${standing}` as TextKey)}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {' · '}
                  {t('trials.steps', { count: row.steps })}
                </Typography>
              </Entry>
            </li>
          );
        })}
      </ul>
    </Box>
  );
};
