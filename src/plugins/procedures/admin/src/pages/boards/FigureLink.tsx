import { Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Figure } from '../../../../shared/boards-contract';
import { WarnText } from '../../components/WarnText';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';

type Tone = 'plain' | 'amber' | 'red';

interface Props {
  figure: Figure;
  /** what is counted, in words: what a screen reader says of the number */
  label: string;
  tone?: Tone;
  text?: string;
}

const ListLink = styled(Link)`
  display: inline-flex;
  align-items: center;
  justify-content: var(--figure-side, flex-start);
  gap: 4px;
  min-width: 24px;
  min-height: 24px;
  color: inherit;
  font-variant-numeric: tabular-nums;
  text-decoration: underline;
  text-decoration-color: ${({ theme }) => theme.colors.neutral400};
  text-underline-offset: 3px;
  &:hover {
    text-decoration-color: currentcolor;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Stands on the line of the links beside it. */
const Zero = styled(Typography).attrs({ textColor: 'neutral600' })`
  display: inline-flex;
  align-items: center;
  min-height: 24px;
`;

/** A number that opens its list. Nothing to open: a quiet zero. Urgent ones carry a sign besides their colour. */
export const FigureLink = ({ figure, label, tone = 'plain', text }: Props) => {
  const { language } = useText();
  const shown = text ?? figure.value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
  if (figure.value === 0 && text === undefined)
    return (
      <Zero aria-label={`${label}: 0`} role="img">
        0
      </Zero>
    );
  const Words = (tone === 'amber' ? WarnText : Typography) as typeof WarnText;
  return (
    <ListLink to={`${PAGES_ROOT}/${figure.list}`} aria-label={`${label}: ${shown}`}>
      {tone === 'red' && <WarningCircle aria-hidden width="1.4rem" height="1.4rem" fill="danger600" />}
      <Words
        fontWeight={tone === 'plain' ? 'regular' : 'bold'}
        textColor={tone === 'red' ? 'danger700' : tone === 'amber' ? 'warning700' : 'neutral800'}
      >
        {shown}
      </Words>
    </ListLink>
  );
};
