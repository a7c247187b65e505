import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { ApiTokenList, ApiTokenRow } from '../../../../shared/integration-contract';
import { readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { SecretDialog } from '../../components/SecretDialog';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { RevokeDialog } from './RevokeDialog';
import { TokenDialog } from './TokenDialog';
import { TokenLine } from './TokenLine';

export const Tokens = () => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<ApiTokenList>('/api-tokens');
  const [asking, setAsking] = React.useState(false);
  const [secret, setSecret] = React.useState<string | null>(null);
  const [revoking, setRevoking] = React.useState<ApiTokenRow | null>(null);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;

  const approve = async (token: ApiTokenRow) => {
    try {
      await post(`/api-tokens/${token.id}/approve`);
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      reload();
    }
  };
  const { choices } = data;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Link href={data.documentUrl} isExternal>
          {t('integration.tokens.document')}
        </Link>
        {choices && (
          <Button startIcon={<Plus />} onClick={() => setAsking(true)}>
            {t('integration.tokens.new')}
          </Button>
        )}
      </Flex>
      {data.items.length === 0 ? (
        <Empty title={t('integration.tokens.none')}>{t('integration.tokens.noneWhy')}</Empty>
      ) : (
        <Card title={t('integration.tab.tokens')}>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('integration.tokens.noneWhy')}
          </Typography>
          <Box tag="ul" paddingTop={2}>
            {data.items.map((token) => (
              <TokenLine
                key={token.id}
                token={token}
                scopeTitles={data.scopeTitles}
                onApprove={() => void approve(token)}
                onRevoke={() => setRevoking(token)}
              />
            ))}
          </Box>
        </Card>
      )}
      {asking && choices && (
        <TokenDialog
          choices={choices}
          scopeTitles={data.scopeTitles}
          onClose={() => setAsking(false)}
          onMade={(made) => {
            setAsking(false);
            setSecret(made);
            reload();
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('integration.secret.title')}
          about={t('integration.secret.text')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
      {revoking && (
        <RevokeDialog
          token={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoking(null);
            reload();
          }}
        />
      )}
    </Flex>
  );
};
