import { Checkbox, Field, Flex, NumberInput } from '@strapi/design-system';
import * as React from 'react';

import {
  type ConnectionBody,
  type ConnectionList,
  type ConnectionRow,
  HTTP_METHODS,
} from '../../../../shared/service-tasks-contract';
import { post, put } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { ManyField } from '../packages/modeler/ManyField';
import { ConnectionHeaders } from './ConnectionHeaders';

interface Props {
  /** null: a new one */
  connection: ConnectionRow | null;
  variables: ConnectionList['variables'];
  onClose(): void;
  onSaved(): void;
}

const bodyOf = (connection: ConnectionRow | null): ConnectionBody => ({
  name: connection?.name ?? '',
  baseUrl: connection?.baseUrl ?? 'https://',
  methods: connection?.methods ?? ['GET'],
  headers: (connection?.headers ?? []).map(({ name, value }) =>
    value === null ? { name, secret: true } : { name, value },
  ),
  sends: connection?.sends ?? [],
  timeoutSeconds: connection?.timeoutSeconds ?? 10,
  repeatable: connection?.repeatable ?? false,
  sensitive: connection?.sensitive ?? false,
  active: connection?.active ?? true,
  version: connection?.version,
});

export const ConnectionDialog = ({ connection, variables, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [body, setBody] = React.useState(() => bodyOf(connection));
  const set = (more: Partial<ConnectionBody>) => setBody((before) => ({ ...before, ...more }));
  const toggle = (name: 'repeatable' | 'sensitive' | 'active') => (
    <Checkbox
      checked={body[name] === true}
      onCheckedChange={(on: boolean | 'indeterminate') => set({ [name]: on === true })}
    >
      {t(`connections.${name}`)}
    </Checkbox>
  );
  return (
    <ActDialog
      title={connection ? t('connections.editTitle', { name: connection.name }) : t('connections.add')}
      confirm={t('connections.save')}
      onClose={onClose}
      onConfirm={async () => {
        if (connection) await put(`/connections/${connection.id}`, body);
        else await post('/connections', body);
        onSaved();
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="name"
            type="text"
            required
            label={t('connections.name')}
            error={errorOf('name')}
            value={body.name}
            maxLength={120}
            onChange={(name) => set({ name })}
          />
          <TextField
            name="baseUrl"
            type="text"
            required
            label={t('connections.baseUrl')}
            hint={t('connections.baseUrlHint')}
            error={errorOf('baseUrl')}
            value={body.baseUrl}
            maxLength={500}
            onChange={(baseUrl) => set({ baseUrl })}
          />
          <Field.Root name="methods" required error={errorOf('methods')}>
            <Field.Label>{t('connections.methods')}</Field.Label>
            <Flex gap={4} wrap="wrap" role="group" aria-label={t('connections.methods')}>
              {HTTP_METHODS.map((method) => (
                <Checkbox
                  key={method}
                  checked={body.methods.includes(method)}
                  onCheckedChange={(on: boolean | 'indeterminate') =>
                    set({
                      methods: HTTP_METHODS.filter((one) =>
                        one === method ? on === true : body.methods.includes(one),
                      ),
                    })
                  }
                >
                  {method}
                </Checkbox>
              ))}
            </Flex>
            <Field.Error />
          </Field.Root>
          <ConnectionHeaders headers={body.headers} errorOf={errorOf} onChange={(headers) => set({ headers })} />
          <ManyField
            label={t('connections.sends')}
            hint={errorOf('sends') ?? t('connections.sendsHint')}
            value={body.sends}
            choices={variables}
            onChange={(sends) => set({ sends })}
          />
          <Field.Root name="timeoutSeconds" required error={errorOf('timeoutSeconds')}>
            <Field.Label>{t('connections.timeout')}</Field.Label>
            <NumberInput
              value={body.timeoutSeconds}
              onValueChange={(value: number | undefined) => set({ timeoutSeconds: value ?? 0 })}
            />
            <Field.Error />
          </Field.Root>
          {toggle('repeatable')}
          {toggle('sensitive')}
          {connection && toggle('active')}
        </>
      )}
    </ActDialog>
  );
};
