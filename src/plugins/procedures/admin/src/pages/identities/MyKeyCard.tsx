import { Button, Flex, Typography } from '@strapi/design-system';

import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { type MyKey, saveRecoveryFile } from './custodianActs';
import type { KeyAct } from './KeyDialogs';

/** The custodian's own key, and what can be done with it. */
export const MyKeyCard = ({ myKey, onAct }: { myKey: MyKey | null; onAct(act: KeyAct): void }) => {
  const { t } = useText();
  if (!myKey) {
    return (
      <Card title={t('identities.myKey')}>
        <Typography tag="p" paddingBottom={3}>
          {t('identities.about.make')}
        </Typography>
        <Button onClick={() => onAct('make')}>{t('identities.do.make')}</Button>
      </Card>
    );
  }
  return (
    <Card title={t('identities.myKey')}>
      <Typography tag="p" paddingBottom={3} style={{ overflowWrap: 'anywhere' }}>
        {t('identities.fingerprint')}: <code>{myKey.fingerprint}</code>
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="secondary" onClick={() => onAct('passphrase')}>
          {t('identities.do.passphrase')}
        </Button>
        <Button size="S" variant="secondary" onClick={() => saveRecoveryFile(myKey.publicKey, myKey.locked)}>
          {t('identities.do.download')}
        </Button>
        <Button size="S" variant="tertiary" onClick={() => onAct('replace')}>
          {t('identities.do.replace')}
        </Button>
      </Flex>
    </Card>
  );
};
