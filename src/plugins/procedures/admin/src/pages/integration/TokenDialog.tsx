import {
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';

import type { ApiTokenList, NewApiToken, NewApiTokenAnswer } from '../../../../shared/integration-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { endOfDay, todayPlus } from './days';

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
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const offered = choices.units.find(({ code }) => code === unit)?.groups ?? [];
  const errorOf = (path: string) => pick(problem?.problems.find((one) => one.path === path)) || undefined;

  const ask = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const body: NewApiToken = { name, unit, groups, scopes, expiresAt: endOfDay(until) };
      const { secret } = await post<NewApiTokenAnswer>('/api-tokens', body);
      onMade(secret);
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('integration.tokens.new')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="name" required hint={t('integration.token.nameHint')} error={errorOf('name')}>
              <Field.Label>{t('integration.token.name')}</Field.Label>
              <TextInput
                value={name}
                maxLength={120}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
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
            <Field.Root name="expiresAt" required error={errorOf('expiresAt')}>
              <Field.Label>{t('integration.token.expiresAt')}</Field.Label>
              <TextInput
                type="date"
                value={until}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setUntil(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void ask()}>
            {t('integration.tokens.new')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
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
  <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
    <Typography tag="legend" variant="pi" fontWeight="bold" paddingBottom={2}>
      {legend}
    </Typography>
    <Flex direction="column" alignItems="flex-start" gap={2}>
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
    </Flex>
    {(problem ?? hint) && (
      <Typography variant="pi" tag="p" paddingTop={1} textColor={problem ? 'danger700' : 'neutral600'}>
        {problem ?? hint}
      </Typography>
    )}
  </fieldset>
);
