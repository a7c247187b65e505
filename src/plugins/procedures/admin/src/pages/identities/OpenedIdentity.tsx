import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import * as React from 'react';

import type { IdentityContent, IdentityRequest, IdentityToRead } from '../../../../shared/sealing-contract';
import { openContent, openSealedKey, sealingReady } from '../../../../shared/sealing-crypto';
import { post } from '../../api/send';
import { useSending } from '../../api/useSending';
import { FactList } from '../../components/FactList';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { requestKeyOf } from './requestKeys';

interface Shown {
  content: IdentityContent;
  labels: IdentityToRead['labels'];
  endsAt: string;
}

/** Reads what was opened for this person. It stands on the page only: closing it, or the end of its time, takes it away. */
export const OpenedIdentity = ({ request, onClosed }: { request: IdentityRequest; onClosed(): void }) => {
  const { t, pick } = useText();
  const [shown, setShown] = React.useState<Shown | null>(null);
  const { busy, problem, run } = useSending();
  const [lostKey, setLostKey] = React.useState(false);

  React.useEffect(() => {
    if (!shown) return undefined;
    const left = Math.max(0, Date.parse(shown.endsAt) - Date.now());
    const timer = setTimeout(() => {
      setShown(null);
      onClosed();
    }, left);
    return () => clearTimeout(timer);
  }, [shown, onClosed]);

  const open = async () => {
    await run(async () => {
      await sealingReady();
      // Before the server is asked: a reading that this browser cannot open would be on record for nothing.
      const privateKey = await requestKeyOf(request.publicKey);
      setLostKey(privateKey === null);
      if (!privateKey) return;
      const given = await post<IdentityToRead>(`/identity-requests/${request.id}/read`);
      const contentKey = openSealedKey(given.resealedKey, given.publicKey, privateKey);
      const content = JSON.parse(openContent(given, given.about, contentKey)) as IdentityContent;
      setShown({ content, labels: given.labels, endsAt: given.endsAt });
    });
  };

  if (!shown) {
    return (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        {problem && <ProblemSummary problem={problem} />}
        {lostKey && (
          <Typography role="alert" variant="pi" textColor="danger700">
            {t('identities.lostKey')}
          </Typography>
        )}
        <Button size="S" startIcon={<Lock />} loading={busy} onClick={() => void open()}>
          {t('identities.do.read')}
        </Button>
      </Flex>
    );
  }
  const texts = Object.values(shown.content.texts);
  return (
    <Box background="warning100" borderColor="warning500" hasRadius padding={4}>
      <Typography variant="pi" fontWeight="bold" tag="p" paddingBottom={2}>
        {t('identities.opened', { until: formatInstant(shown.endsAt) })}
      </Typography>
      <FactList
        facts={[
          ...Object.entries(shown.content.fields).map(([name, value]): [string, string] => [
            pick(shown.labels[name]) || name,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
          ...texts.map((text, at): [string, string] => [`${t('identities.asTyped')} ${at + 1}`, text]),
        ]}
      />
      <Box paddingTop={3}>
        <Button size="S" variant="tertiary" onClick={() => setShown(null)}>
          {t('identities.do.close')}
        </Button>
      </Box>
    </Box>
  );
};
