import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import { withQuery } from '../../api/query';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { PlainLink } from './PlainLink';

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
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      padding={4}
      style={{ minWidth: 0 }}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
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
        <PlainLink to={to} aria-label={t('duty.figure', { title, count })}>
          <Typography variant="alpha" tag="span" textColor={TONES[tone]} style={{ lineHeight: 1 }}>
            {count}
          </Typography>
        </PlainLink>
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
          <PlainLink to={to}>
            <Typography textColor="primary600">{t('duty.all', { count })}</Typography>
          </PlainLink>
        </Box>
      )}
    </Box>
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
      <PlainLink to={`${PAGES_ROOT}${to}`}>
        <Typography style={{ overflowWrap: 'anywhere' }}>{title}</Typography>
      </PlainLink>
      {about && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {about}
        </Typography>
      )}
    </Box>
    {children}
  </Box>
);
