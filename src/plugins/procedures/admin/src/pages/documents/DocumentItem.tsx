import { Button, Flex, Typography } from '@strapi/design-system';

import type { CaseDocumentRow } from '../../../../shared/documents-contract';
import { readFile, saveFile } from '../../api/readFile';
import { remove } from '../../api/send';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { DocumentLine } from './DocumentFrame';
import { fileName } from './fileName';

interface Props {
  row: CaseDocumentRow;
  pdf: boolean;
  busy: boolean;
  /** what has taken its place */
  successor: CaseDocumentRow | null;
  onView(): void;
  onIssue(): void;
  onSupersede(): void;
  onRun(act: () => Promise<unknown>): void;
}

const TONES = { DRAFT: 'plain', ISSUED: 'good', SUPERSEDED: 'warn' } as const;

export const DocumentItem = ({ row, pdf, busy, successor, onView, onIssue, onSupersede, onRun }: Props) => {
  const { t, pick } = useText();
  const title = pick(row.title);
  const name = row.number ? `${title} ${row.number}` : title;
  const facts = [
    row.issuedAt
      ? t('documents.issuedBy', { person: row.issuedBy ?? '', instant: formatInstant(row.issuedAt) })
      : t('documents.drawnBy', { person: row.drawnBy, instant: formatInstant(row.drawnAt) }),
    row.signer && t('documents.signedBy', { person: [...row.signerLines, row.signer].join(' · ') }),
    row.supersedeReason && t('documents.replaces', { reason: row.supersedeReason }),
    successor && t('documents.replacedBy', { number: successor.number ?? pick(successor.title) }),
    row.state === 'DRAFT' ? null : t('documents.hash', { hash: row.contentHash.slice(0, 16) }),
  ].filter(Boolean);
  const download = async () => saveFile(await readFile(`/documents/${row.id}/docx`), `${fileName(row)}.docx`);
  return (
    <DocumentLine aria-label={name}>
      <Flex direction="column" alignItems="flex-start" gap={1} style={{ minWidth: 0 }}>
        <Flex gap={2} wrap="wrap" alignItems="center">
          <Typography fontWeight="bold" tag="h3">
            {title}
          </Typography>
          {row.number && <Typography fontWeight="bold">{t('documents.number', { number: row.number })}</Typography>}
          <Mark tone={TONES[row.state]}>{t(`documents.state.${row.state}`)}</Mark>
        </Flex>
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {facts.join(' · ')}
        </Typography>
      </Flex>
      <Flex gap={2} wrap="wrap">
        <Button
          size="S"
          variant="tertiary"
          disabled={!pdf}
          aria-label={t('documents.viewOf', { title: name })}
          onClick={onView}
        >
          {t('documents.view')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          aria-label={t('documents.wordOf', { title: name })}
          onClick={() => onRun(download)}
        >
          {t('documents.word')}
        </Button>
        {row.state === 'DRAFT' && row.mayChange && (
          <>
            <Button
              size="S"
              variant="danger-light"
              disabled={busy}
              aria-label={t('documents.dropOf', { title: name })}
              onClick={() => onRun(() => remove(`/documents/${row.id}`))}
            >
              {t('documents.drop')}
            </Button>
            <Button size="S" disabled={busy} aria-label={t('documents.issueOf', { title: name })} onClick={onIssue}>
              {t('documents.issue')}
            </Button>
          </>
        )}
        {row.state === 'ISSUED' && row.mayChange && (
          <Button
            size="S"
            variant="tertiary"
            aria-label={t('documents.supersedeOf', { title: name })}
            onClick={onSupersede}
          >
            {t('documents.supersede')}
          </Button>
        )}
      </Flex>
    </DocumentLine>
  );
};
