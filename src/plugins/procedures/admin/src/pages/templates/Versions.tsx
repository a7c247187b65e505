import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { TemplateRow } from '../../../../shared/documents-contract';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';

const Details = styled.details`
  padding-top: 4px;
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary600};
  }
  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  row: TemplateRow;
  pdf: boolean;
  edit: boolean;
  onSample(version: number): void;
  onDownload(version: number): void;
}

/** Which version is in force from when, the others, and the placeholders that a template may use. */
export const Versions = ({ row, pdf, edit, onSample, onDownload }: Props) => {
  const { t } = useText();
  const day = (text: string) => formatDay(`${text}T12:00:00Z`);
  const current = row.versions.find((one) => one.inForce);
  const nameOf = (version: number) => (version === 0 ? t('templates.ownOfPackage') : t('rules.version', { version }));
  return (
    <Details>
      <summary>
        <Typography variant="pi" textColor="primary600">
          {current
            ? t('templates.inForce', { version: nameOf(current.version), day: day(current.effectiveFrom) })
            : t('templates.notInForce')}
        </Typography>
      </summary>
      <ul>
        {row.versions.map((one) => (
          <li key={one.version}>
            <Flex gap={2} wrap="wrap" alignItems="center" paddingTop={2}>
              <Typography variant="pi" fontWeight="bold">
                {nameOf(one.version)}
              </Typography>
              {one.inForce && <Mark tone="good">{t('templates.inForceMark')}</Mark>}
              <Typography variant="pi">
                {one.effectiveTo
                  ? t('templates.fromTo', { from: day(one.effectiveFrom), to: day(one.effectiveTo) })
                  : t('templates.from', { from: day(one.effectiveFrom) })}
              </Typography>
              {one.note && (
                <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                  {[one.note, one.by].filter(Boolean).join(' · ')}
                </Typography>
              )}
              <Button
                size="S"
                variant="ghost"
                disabled={!pdf}
                aria-label={t('templates.sampleOf', { version: nameOf(one.version) })}
                onClick={() => onSample(one.version)}
              >
                {t('templates.sample')}
              </Button>
              <Button
                size="S"
                variant="ghost"
                aria-label={t('templates.downloadOf', { version: nameOf(one.version) })}
                onClick={() => onDownload(one.version)}
              >
                {t('templates.download')}
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
      {edit && (
        <Box paddingTop={2}>
          <Typography variant="pi" fontWeight="bold" tag="p">
            {t('templates.placeholders')}
          </Typography>
          <Typography variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
            {row.placeholders.join('  ')}
          </Typography>
        </Box>
      )}
    </Details>
  );
};
