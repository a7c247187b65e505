import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { CaseCustody, CustodyEntryView, CustodyGap } from '../../../../../shared/custody-contract';
import { FactList } from '../../../components/FactList';
import { Mark } from '../../../components/Mark';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

interface Props {
  entry: CustodyEntryView;
  gaps: CustodyGap[];
  files: CaseCustody['files'];
  onConfirm(): void;
  onCorrect(): void;
}

/** One hand-over: who gave, who took, when, where it lies, in which condition; what was corrected stays readable. */
export const CustodyEntry = ({ entry, gaps, files, onConfirm, onCorrect }: Props) => {
  const { t } = useText();
  const { content, confirmed, correctedBy, permissions } = entry;
  const seal = content.sealIntact === null ? '' : t(content.sealIntact ? 'custody.sealWhole' : 'custody.sealBroken');
  const facts: [string, string][] = [
    [t('custody.giver'), content.giver],
    [t('custody.taker'), [content.taker, entry.takerUnitName ?? content.takerUnit].filter(Boolean).join(' – ')],
    [t('custody.place'), content.place],
    [t('custody.quantity'), content.quantity],
    [t('custody.condition'), content.condition],
    [t('custody.seal'), [content.sealNo, seal].filter(Boolean).join(' · ') || '–'],
    [t('custody.documentNo'), content.documentNo || '–'],
  ];
  const pictures = files.filter((file) => content.attachments.includes(file.id));
  if (pictures.length > 0) facts.push([t('custody.files'), pictures.map((file) => file.fileName).join(', ')]);
  return (
    <Box
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      paddingLeft={3}
      borderStyle="solid"
      borderWidth="0 0 0 3px"
      borderColor={gaps.length > 0 ? 'danger600' : 'neutral200'}
      marginBottom={2}
    >
      <Flex gap={2} wrap="wrap" alignItems="baseline" paddingBottom={2}>
        <Typography fontWeight="bold" style={{ textDecoration: correctedBy ? 'line-through' : undefined }}>
          {entry.seq}. {t(`custody.kind.${entry.kind}`)} · {formatInstant(entry.at)}
        </Typography>
        {correctedBy && <Mark>{t('custody.corrected')}</Mark>}
        {confirmed && (
          <Mark tone="good">
            {t('custody.confirmedBy', {
              seq: confirmed.seq,
              name: confirmed.by?.name ?? '–',
              at: formatInstant(confirmed.at),
            })}
          </Mark>
        )}
      </Flex>
      {gaps.map((gap) => (
        <Flex key={gap.code} gap={1} alignItems="center" paddingBottom={1}>
          <WarningCircle aria-hidden fill="danger700" />
          <Typography textColor="danger700" fontWeight="bold">
            {t(`custody.gap.${gap.code}`)}
          </Typography>
        </Flex>
      ))}
      {entry.reason && <Typography tag="p">{t('custody.reasonOf', { reason: entry.reason })}</Typography>}
      <FactList facts={facts} />
      <Flex gap={2} wrap="wrap" paddingTop={2} alignItems="center">
        {permissions.confirm && (
          <Button size="S" onClick={onConfirm}>
            {t('custody.confirm')}
          </Button>
        )}
        {permissions.correct && (
          <Button size="S" variant="tertiary" onClick={onCorrect}>
            {t('custody.do.CORRECTED')}
          </Button>
        )}
        <Typography variant="pi" textColor="neutral600" title={entry.hash}>
          {t('custody.entered', { name: entry.enteredBy?.name ?? '–', at: formatInstant(entry.enteredAt) })} ·{' '}
          {entry.hash.slice(0, 8)}
        </Typography>
      </Flex>
    </Box>
  );
};
