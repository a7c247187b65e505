import { Box, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type * as React from 'react';

import { HAND_OVER_SECTIONS, type HandOverLine } from '../../../../shared/duty-contract';
import { WarnText } from '../../components/WarnText';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { PlainLink } from './PlainLink';

interface Props {
  lines: HandOverLine[];
  /** absent: the list is read, not written */
  remarks?: Record<string, string>;
  onRemark?(key: string, remark: string): void;
  /** the remarks are being sent */
  locked?: boolean;
}

export const HandOverLines = ({ lines, remarks, onRemark, locked = false }: Props) => {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {HAND_OVER_SECTIONS.map((section) => {
        const own = lines.filter((line) => line.section === section);
        return (
          <Box tag="section" key={section}>
            <Typography variant="delta" tag="h3" paddingBottom={2}>
              {t(`handOver.section.${section}`)}: {own.length || t('handOver.none')}
            </Typography>
            <Box tag="ul">
              {own.map((line) => (
                <Line
                  key={line.key}
                  line={line}
                  remark={remarks ? (remarks[line.key] ?? '') : null}
                  onRemark={(remark) => onRemark?.(line.key, remark)}
                  locked={locked}
                />
              ))}
            </Box>
          </Box>
        );
      })}
    </Flex>
  );
};

const Line = ({
  line,
  remark,
  onRemark,
  locked,
}: {
  line: HandOverLine;
  remark: string | null;
  onRemark(remark: string): void;
  locked: boolean;
}) => {
  const { t, pick } = useText();
  const title = [line.bookNo, line.title].filter(Boolean).join(' · ');
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} style={{ borderTop: '1px solid rgba(128, 128, 128, 0.25)' }}>
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        <Box style={{ flex: '2 1 24rem', minWidth: 0 }}>
          <PlainLink to={`${PAGES_ROOT}/cases/${line.caseId}`}>
            <Typography style={{ overflowWrap: 'anywhere' }}>{title}</Typography>
          </PlainLink>
          <Typography variant="pi" textColor="neutral600" tag="div">
            {pick(line.about)}
          </Typography>
        </Box>
        <Box style={{ flex: '1 1 14rem' }}>
          {line.at && (
            <Typography>
              {t(line.section === 'ALARMS' ? 'handOver.since' : 'handOver.due', { instant: formatInstant(line.at) })}
            </Typography>
          )}
          {line.overdue && line.section !== 'ALARMS' && (
            <WarnText tag="div" fontWeight="bold">
              {t('handOver.overdue')}
            </WarnText>
          )}
        </Box>
        <Box style={{ flex: '2 1 24rem' }}>
          {remark === null ? (
            <Typography style={{ overflowWrap: 'anywhere' }}>{line.remark}</Typography>
          ) : (
            <Field.Root name={`remark-${line.key}`}>
              <TextInput
                aria-label={t('handOver.remark', { line: `${title}, ${pick(line.about)}` })}
                placeholder={t('handOver.remarkShort')}
                value={remark}
                maxLength={500}
                readOnly={locked}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => onRemark(event.target.value)}
              />
            </Field.Root>
          )}
        </Box>
      </Flex>
    </Box>
  );
};
