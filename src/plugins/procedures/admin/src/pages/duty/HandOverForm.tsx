import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import * as React from 'react';

import type { HandOverDraft } from '../../../../shared/duty-contract';
import { post } from '../../api/send';
import type { Sending } from '../../api/useSending';
import { ActionBar } from '../../components/ActionBar';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { HandOverLines } from './HandOverLines';
import { ItemFields } from './ItemFields';
import { PasswordField } from './PasswordField';
import type { HandOverWords } from './useHandOverWords';

interface Props {
  draft: HandOverDraft;
  words: HandOverWords;
  signing: Sending;
  onType(change: Partial<HandOverWords>): void;
  onReload(): void;
  onSigned(): void;
}

/** What is open with remarks, what is handed over by hand, who takes it, and the giver's signature. */
export const HandOverForm = ({ draft, words, signing, onType, onReload, onSigned }: Props) => {
  const { t } = useText();
  const alone = !draft.mayGive;
  const { remarks, items, note, reason } = words;
  // Who was chosen for another shift may not be of this one.
  const chosen = draft.takers.find((one) => one.id === words.taker) ?? draft.takers.find((one) => one.next);
  const taker = chosen?.id ?? '';
  const [password, setPassword] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const { busy, problem, run, dismiss } = signing;
  const missing = (absent: boolean) => (checked && absent ? t('field.required') : undefined);

  const sign = async () => {
    setChecked(true);
    if (password === '' || (alone ? reason.trim() === '' : taker === '')) return;
    await run(async () => {
      await post('/duty/hand-overs', {
        unit: draft.unit.code,
        seen: draft.lines.map(({ key }) => key),
        remarks,
        items,
        note,
        password,
        ...(alone ? { withoutGiver: reason.trim() } : { taker }),
      });
      onSigned();
    });
    setPassword('');
  };
  return (
    <>
      <HandOverLines
        lines={draft.lines}
        remarks={remarks}
        onRemark={(key, remark) => onType({ remarks: { ...remarks, [key]: remark } })}
        locked={busy}
      />
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={5}>
        <ItemFields items={items} locked={busy} onChange={(next) => onType({ items: next })} />
        <Field.Root name="note">
          <Field.Label>{t('handOver.note')}</Field.Label>
          <Textarea
            value={note}
            readOnly={busy}
            maxLength={4000}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onType({ note: event.target.value })}
          />
        </Field.Root>
        {alone ? (
          <Field.Root name="withoutGiver" required hint={t('handOver.aloneHint')} error={missing(reason.trim() === '')}>
            <Field.Label>{t('handOver.aloneReason')}</Field.Label>
            <TextInput
              value={reason}
              readOnly={busy}
              maxLength={1000}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => onType({ reason: event.target.value })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        ) : (
          <Field.Root name="taker" required error={missing(taker === '')}>
            <Field.Label>{t('handOver.taker')}</Field.Label>
            <SingleSelect value={taker} disabled={busy} onChange={(next) => onType({ taker: String(next) })}>
              {draft.takers.map((one) => (
                <SingleSelectOption key={one.id} value={one.id}>
                  {one.next ? t('handOver.takerNext', { name: one.name }) : one.name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        )}
        <PasswordField value={password} error={missing(password === '')} locked={busy} onChange={setPassword} />
        {problem && (
          <ProblemSummary problem={problem}>
            {problem.code === 'HAND_OVER_LIST_CHANGED' && (
              <Button
                variant="tertiary"
                onClick={() => {
                  dismiss();
                  onReload();
                }}
              >
                {t('handOver.reload')}
              </Button>
            )}
          </ProblemSummary>
        )}
      </Flex>
      <ActionBar>
        <Button loading={busy} onClick={() => void sign()}>
          {t(alone ? 'handOver.takeAlone' : 'handOver.sign')}
        </Button>
        <Box />
      </ActionBar>
    </>
  );
};
