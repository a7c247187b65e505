import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { StartForm } from '../../../../shared/contracts';
import { useText } from '../../text/useText';

const Choices = styled.ul`
  display: grid;
  gap: 12px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr));
  button {
    width: 100%;
    padding: 20px 16px;
    text-align: left;
    cursor: pointer;
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 4px;
  }
  button:hover,
  button:focus-visible {
    border-color: ${({ theme }) => theme.colors.primary600};
    outline: none;
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  starts: StartForm[];
  onPick(start: StartForm): void;
}

export const StartChoice = ({ starts, onPick }: Props) => {
  const { t, pick } = useText();
  return (
    <Choices aria-label={t('intake.choose')}>
      {starts.map((start) => (
        <li key={`${start.packageId} ${start.event}`}>
          <button type="button" onClick={() => onPick(start)}>
            <Typography variant="delta" textColor="neutral800">
              {pick(start.title)}
            </Typography>
          </button>
        </li>
      ))}
    </Choices>
  );
};
