import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { StepResult } from '../../../../../shared/trials-contract';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

interface Props {
  step: StepResult;
  current: boolean;
  onOpen(): void;
}

const Head = styled.button`
  display: flex;
  gap: 8px;
  width: 100%;
  padding: 4px 8px;
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

/** One step: what was done and when; what held is counted, what did not is said in full, with where the run went. */
export const StepVerdicts = ({ step, current, onOpen }: Props) => {
  const { t, pick } = useText();
  const failed = step.verdicts.filter((one) => !one.ok);
  const held = step.verdicts.length - failed.length;
  return (
    <li>
      <Head type="button" aria-current={current ? 'step' : undefined} onClick={onOpen}>
        <Typography textColor={step.ok ? 'success700' : 'danger700'} style={{ minWidth: '6.5rem' }}>
          <span aria-hidden>{step.ok ? '✓ ' : '✗ '}</span>
          {t(step.ok ? 'trials.ok' : 'trials.notOk')}
        </Typography>
        <Typography style={{ flex: 1 }}>
          {step.step}. {pick(step.title)}
          {held > 0 && (
            <Typography textColor="neutral600" variant="pi">
              {' '}
              · {t('trials.heldCount', { count: held })}
            </Typography>
          )}
        </Typography>
        <Typography textColor="neutral600" variant="pi">
          {new Date(step.at).getTime() > 0 ? formatInstant(step.at) : ''}
        </Typography>
      </Head>
      {failed.map((one) => (
        <Box key={`${one.what} ${one.vi}`} paddingLeft={6} paddingTop={1} paddingBottom={2}>
          <Flex direction="column" alignItems="stretch" gap={1}>
            <Typography tag="p" textColor="danger700">
              {pick(one)}
            </Typography>
            {one.why && (
              <Typography tag="p" textColor="neutral700">
                → {pick(one.why)}
              </Typography>
            )}
          </Flex>
        </Box>
      ))}
    </li>
  );
};
