import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle, File, Plus } from '@strapi/icons';
import * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { createGlobalStyle } from 'styled-components';

import { UploadRow } from '../../attachments/UploadRow';
import type { Uploads } from '../../attachments/useUploads';
import { Card } from '../../components/Card';
import { StayDialog } from '../../components/StayDialog';
import { useMe } from '../../components/useMe';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import type { Received } from './intakeResult';
import { PrintAtStart } from './PrintAtStart';

/** On paper only the receipt itself. */
const PrintOnlyReceipt = createGlobalStyle`
  @media print {
    body * { visibility: hidden; }
    .procedures-receipt, .procedures-receipt * { visibility: visible; color: #000; }
    .procedures-receipt { position: fixed; inset: 0; border: 0; }
  }
`;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

interface Props {
  received: Received;
  /** those that were added, of which some may still be on their way */
  files: Uploads;
  onNext(): void;
}

export const Receipt = ({ received, files, onNext }: Props) => {
  const { t, pick } = useText();
  const [leaving, setLeaving] = React.useState(false);
  const me = useMe();
  const { answer, action, start } = received;
  const bookNo = answer.bookNo ?? text(action.result?.bookNo);
  const receiptCode = answer.receiptCode ?? text(action.result?.receiptCode);
  const [at] = React.useState(() => new Date());
  const next = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => next.current?.focus(), []);
  // Told of as long as the receipt stands: the last of them is seen to arrive.
  const [late] = React.useState(files.uploads.length > 0);
  const unsent = files.uploads.length;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <PrintOnlyReceipt />
      <Box
        className="procedures-receipt"
        background="neutral0"
        borderColor="neutral150"
        hasRadius
        padding={8}
        role="status"
        style={{ textAlign: 'center' }}
      >
        <CheckCircle aria-hidden width="3.2rem" height="3.2rem" fill="success600" />
        <Typography variant="delta" tag="h2" paddingTop={2}>
          {t('intake.received', { title: pick(start.title) })}
        </Typography>
        <Typography textColor="neutral600" tag="p">
          {[me?.tenant.name, formatInstant(at)].filter(Boolean).join(' · ')}
        </Typography>
        <Flex gap={8} justifyContent="center" wrap="wrap" paddingTop={6} tag="dl">
          {bookNo && <BigNumber name={t('case.bookNo')} value={bookNo} />}
          {receiptCode && <BigNumber name={t('case.receiptCode')} value={receiptCode} />}
        </Flex>
        {receiptCode && (
          <Typography textColor="neutral600" tag="p" paddingTop={4}>
            {t('intake.receiptHint')}
          </Typography>
        )}
      </Box>
      {late && (
        <Card title={t('intake.filesOnTheirWay')}>
          <ul aria-label={t('intake.filesOnTheirWay')}>
            {files.uploads.map((upload) => (
              <UploadRow
                key={upload.id}
                upload={upload}
                onRetry={() => files.retry(upload.id)}
                onDrop={() => files.drop(upload.id)}
              />
            ))}
          </ul>
          <Typography tag="p" role="status" textColor="neutral600">
            {unsent === 0 && t('intake.filesArrived')}
          </Typography>
        </Card>
      )}
      {leaving && (
        <StayDialog
          title={t('intake.filesUnsentTitle')}
          about={t('intake.filesUnsentAbout', { count: unsent })}
          stay={t('intake.filesUnsentStay')}
          go={t('intake.filesUnsentGo')}
          onStay={() => setLeaving(false)}
          onGo={onNext}
        />
      )}
      <Flex gap={3} wrap="wrap" justifyContent="center">
        <Button ref={next} startIcon={<Plus />} onClick={() => (unsent > 0 ? setLeaving(true) : onNext())}>
          {t('intake.another')}
        </Button>
        {answer.documents && <PrintAtStart caseId={answer.caseId} />}
        <Button variant="tertiary" startIcon={<File />} onClick={() => window.print()}>
          {t('intake.print')}
        </Button>
        <LinkButton tag={RouterLink} variant="tertiary" to={`${PAGES_ROOT}/cases/${answer.caseId}`}>
          {t('case.open')}
        </LinkButton>
      </Flex>
    </Flex>
  );
};

const BigNumber = ({ name, value }: { name: string; value: string }) => (
  <Box>
    <Typography variant="pi" textColor="neutral600" tag="dt">
      {name}
    </Typography>
    <Typography variant="alpha" tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {value}
    </Typography>
  </Box>
);
