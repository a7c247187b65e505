import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { withQuery } from '../../api/query';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';

const Frame = styled(Box)`
  min-width: 0;
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: 4px;
  }
`;

const TONES = { plain: 'neutral800', warn: 'warning700', bad: 'danger700' } as const;

interface Props {
  title: string;
  hint?: string;
  count: number;
  /** said by the number too, never by the colour alone */
  tone?: keyof typeof TONES;
  /** of the list of cases that the figure stands for */
  query: Record<string, string>;
  children: React.ReactNode;
}

/** A number, the first of what is behind it, and the way to all of it. */
export const BoardFigure = ({ title, hint, count, tone = 'plain', query, children }: Props) => {
  const { t } = useText();
  const id = React.useId();
  const to = withQuery(`${PAGES_ROOT}/cases`, query);
  return (
    <Frame tag="section" aria-labelledby={id} background="neutral0" hasRadius borderColor="neutral150" padding={4}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
        <Box style={{ minWidth: 0 }}>
          <Typography variant="delta" tag="h2" id={id}>
            {title}
          </Typography>
          {hint && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {hint}
            </Typography>
          )}
        </Box>
        <Link to={to} aria-label={t('duty.figure', { title, count })}>
          <Typography variant="alpha" tag="span" textColor={TONES[tone]}>
            {count}
          </Typography>
        </Link>
      </Flex>
      {count === 0 ? (
        <Typography textColor="neutral600" tag="p" paddingTop={2}>
          {t('duty.nothing')}
        </Typography>
      ) : (
        <Box tag="ul" paddingTop={2}>
          {children}
        </Box>
      )}
      {count > React.Children.count(children) && (
        <Box paddingTop={2}>
          <Link to={to}>
            <Typography textColor="primary600">{t('duty.all', { count })}</Typography>
          </Link>
        </Box>
      )}
    </Frame>
  );
};

interface LineProps {
  to: string;
  title: string;
  about?: string;
  children?: React.ReactNode;
}

export const FigureLine = ({ to, title, about, children }: LineProps) => (
  <Box
    tag="li"
    paddingTop={2}
    paddingBottom={2}
    style={{
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(10rem, 16rem)',
      gap: 12,
      borderTop: '1px solid var(--procedures-line, rgba(128, 128, 128, 0.25))',
    }}
  >
    <Box style={{ minWidth: 0 }}>
      <Link to={`${PAGES_ROOT}${to}`}>
        <Typography style={{ overflowWrap: 'anywhere' }}>{title}</Typography>
      </Link>
      {about && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {about}
        </Typography>
      )}
    </Box>
    {children}
  </Box>
);
