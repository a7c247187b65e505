import { Checkbox, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import * as React from 'react';

import type { ApiTokenList, NewApiToken, NewApiTokenAnswer } from '../../../../shared/integration-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { FieldGroup } from '../../components/FieldGroup';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { endOfDay, todayPlus } from '../../time/days';

interface Props {
  choices: NonNullable<ApiTokenList['choices']>;
  scopeTitles: ApiTokenList['scopeTitles'];
  onClose(): void;
  onMade(secret: string): void;
}

const HALF_A_YEAR = 180;

export const TokenDialog = ({ choices, scopeTitles, onClose, onMade }: Props) => {
  const { t, pick } = useText();
  const [name, setName] = React.useState('');
  const [unit, setUnit] = React.useState(choices.units[0]?.code ?? '');
  const [groups, setGroups] = React.useState<string[]>([]);
  const [scopes, setScopes] = React.useState<string[]>([]);
  const [until, setUntil] = React.useState(() => todayPlus(HALF_A_YEAR));
  const offered = choices.units.find(({ code }) => code === unit)?.groups ?? [];

  const ask = async () => {
    const body: NewApiToken = { name, unit, groups, scopes, expiresAt: endOfDay(until) };
    const { secret } = await post<NewApiTokenAnswer>('/api-tokens', body);
    onMade(secret);
  };

  return (
    <ActDialog
      title={t('integration.tokens.new')}
      confirm={t('integration.tokens.new')}
      onClose={onClose}
      onConfirm={ask}
    >
      {(errorOf) => (
        <>
          <TextField
            name="name"
            type="text"
            required
            label={t('integration.token.name')}
            hint={t('integration.token.nameHint')}
            error={errorOf('name')}
            value={name}
            maxLength={120}
            onChange={setName}
          />
          <Field.Root name="unit" required error={errorOf('unit')}>
            <Field.Label>{t('integration.token.unit')}</Field.Label>
            <SingleSelect
              value={unit}
              onChange={(value) => {
                setUnit(String(value));
                setGroups([]);
              }}
            >
              {choices.units.map((one) => (
                <SingleSelectOption key={one.code} value={one.code}>
                  {one.name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
          <Choices
            legend={t('integration.token.scopes')}
            problem={errorOf('scopes')}
            options={Object.entries(scopeTitles).map(([id, title]) => ({ id, label: pick(title) }))}
            chosen={scopes}
            onChange={setScopes}
          />
          {offered.length > 0 && (
            <Choices
              legend={t('integration.token.groups')}
              hint={t('integration.token.groupsHint')}
              options={offered.map(({ id, title }) => ({ id, label: pick(title) }))}
              chosen={groups}
              onChange={setGroups}
            />
          )}
          <TextField
            name="expiresAt"
            type="date"
            required
            label={t('integration.token.expiresAt')}
            error={errorOf('expiresAt')}
            value={until}
            onChange={setUntil}
          />
        </>
      )}
    </ActDialog>
  );
};

interface ChoicesProps {
  legend: string;
  hint?: string;
  problem?: string;
  options: { id: string; label: string }[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

const Choices = ({ legend, hint, problem, options, chosen, onChange }: ChoicesProps) => (
  <FieldGroup legend={legend} hint={hint} problem={problem}>
    {options.map(({ id, label }) => (
      <Checkbox
        key={id}
        checked={chosen.includes(id)}
        onCheckedChange={(on: boolean | 'indeterminate') =>
          onChange(on === true ? [...chosen, id] : chosen.filter((one) => one !== id))
        }
      >
        {label}
      </Checkbox>
    ))}
  </FieldGroup>
);
