import { Box, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import type { CheckResult, PackageProblem } from '../../../../shared/packages-contract';
import { useText } from '../../text/useText';

const Line = styled.button`
  display: flex;
  gap: 8px;
  width: 100%;
  padding: 6px 8px;
  text-align: left;
  cursor: pointer;
  border-radius: 4px;
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  svg {
    flex: none;
    margin-top: 2px;
  }
`;

interface Props {
  check: CheckResult | null;
  onSelect(problem: PackageProblem): void;
}

/** What the check says, errors first; choosing one leads to its place. */
export const ProblemList = ({ check, onSelect }: Props) => {
  const { t, pick } = useText();
  return (
    <Box
      tag="section"
      aria-label={t('packages.check')}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={2}
    >
      <Typography variant="sigma" tag="h2" textColor="neutral600" role="status">
        {check ? t('packages.checked', { errors: check.errors, all: check.problems.length }) : t('packages.checking')}
      </Typography>
      {check?.problems.length === 0 && (
        <Typography tag="p" paddingTop={2}>
          <CheckCircle aria-hidden fill="success600" /> {t('packages.clean')}
        </Typography>
      )}
      <ul>
        {check?.problems.map((one) => (
          <li key={`${one.code} ${one.file} ${one.element} ${one.vi}`}>
            <Line type="button" onClick={() => onSelect({ ...one })}>
              <WarningCircle aria-hidden fill={one.severity === 'error' ? 'danger600' : 'warning600'} />
              <Typography variant="pi">
                {t(one.severity === 'error' ? 'packages.error' : 'packages.warning')}: {pick(one)}
              </Typography>
            </Line>
          </li>
        ))}
      </ul>
    </Box>
  );
};
