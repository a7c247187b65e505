import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ConnectionList, ConnectionRow, ConnectionTest } from '../../../../shared/service-tasks-contract';
import { post, remove } from '../../api/send';
import { useSending } from '../../api/useSending';
import { ActDialog } from '../../components/ActDialog';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { Line } from '../operations/OperationsGrid';

interface Props {
  connection: ConnectionRow;
  variables: ConnectionList['variables'];
  onEdit(): void;
  onChanged(): void;
}

export const ConnectionLine = ({ connection, variables, onEdit, onChanged }: Props) => {
  const { t, pick } = useText();
  const [tested, setTested] = React.useState<ConnectionTest | null>(null);
  const { busy, problem, run } = useSending();
  const [removing, setRemoving] = React.useState(false);
  const { id, name, baseUrl, methods, headers, sends, timeoutSeconds, usedBy } = connection;
  const test = async () => {
    setTested(null);
    await run(async () => {
      setTested(await post<ConnectionTest>(`/connections/${id}/test`));
    });
  };
  const words = (variable: string) => variables.find((one) => one.value === variable)?.label ?? variable;
  return (
    <Line>
      <Box style={{ flex: '1 1 30rem', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold">{name}</Typography>
          <Mark tone={connection.active ? 'good' : 'warn'}>
            {t(connection.active ? 'connections.active' : 'connections.inactive')}
          </Mark>
          {connection.sensitive && <Mark tone="warn">{t('connections.sensitiveMark')}</Mark>}
        </Flex>
        <Typography tag="p">{baseUrl}</Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {[
            methods.join(', '),
            t('connections.waits', { seconds: timeoutSeconds }),
            headers.length > 0 && t('connections.headersOf', { names: headers.map((one) => one.name).join(', ') }),
            sends.length > 0
              ? t('connections.sendsOf', { names: sends.map(words).join(', ') })
              : t('connections.sendsNone'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {usedBy.length === 0
            ? t('connections.unused')
            : t('connections.usedBy', {
                where: usedBy.map((use) => `${pick(use.title)} ${use.version} (${use.steps.join(', ')})`).join('; '),
              })}
        </Typography>
        <Box role="status" paddingTop={tested ? 1 : 0}>
          {tested && (
            <Mark tone={tested.ok ? 'good' : 'warn'}>
              {t('connections.tested', { words: pick(tested.words), time: tested.milliseconds })}
            </Mark>
          )}
        </Box>
        {problem && <ProblemSummary problem={problem} />}
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="secondary" loading={busy} onClick={() => void test()}>
          {t('connections.test')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onEdit}>
          {t('connections.edit')}
        </Button>
        <Button size="S" variant="danger-light" onClick={() => setRemoving(true)}>
          {t('connections.remove')}
        </Button>
      </Flex>
      {removing && (
        <ActDialog
          danger
          title={t('connections.removeTitle', { name })}
          confirm={t('connections.remove')}
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await remove(`/connections/${id}`);
            setRemoving(false);
            onChanged();
          }}
        >
          <Typography tag="p">{t('connections.removeText')}</Typography>
        </ActDialog>
      )}
    </Line>
  );
};
