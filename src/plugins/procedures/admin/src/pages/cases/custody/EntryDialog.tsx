import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type {
  CaseCustody,
  CustodyContent,
  CustodyEntryView,
  CustodyItem,
} from '../../../../../shared/custody-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { TextAreaField } from '../../../components/TextAreaField';
import { useMe } from '../../../components/useMe';
import { useText } from '../../../text/useText';
import { fromLocalInput, toLocalInput } from '../../../time/instants';
import { PersonField } from './PersonField';

interface Props {
  caseId: string;
  custody: CaseCustody;
  item: CustodyItem;
  act: 'TAKEN' | 'HANDED_OVER' | 'CORRECTED';
  wrong: CustodyEntryView | null;
  onClose(): void;
  onDone(): void;
}

const NOTHING: CustodyContent = {
  giver: '',
  giverPersonId: null,
  taker: '',
  takerPersonId: null,
  takerUnit: '',
  place: '',
  quantity: '',
  condition: '',
  sealNo: '',
  sealIntact: null,
  documentNo: '',
  attachments: [],
};

/** What a hand-over begins with: whoever has it now gives it; the rest is as it was. */
function beginning({ item, act, wrong }: Pick<Props, 'item' | 'act' | 'wrong'>): CustodyContent {
  if (wrong) return wrong.content;
  const { at: _at, ...start } = item.start;
  const last = item.entries.filter((entry) => !entry.correctedBy).at(-1)?.content;
  if (act === 'TAKEN' || !last) return { ...NOTHING, ...start };
  return {
    ...NOTHING,
    giver: last.taker,
    giverPersonId: last.takerPersonId,
    quantity: last.quantity,
    condition: last.condition,
    sealNo: last.sealNo,
  };
}

export const EntryDialog = ({ caseId, custody, item, act, wrong, onClose, onDone }: Props) => {
  const { t } = useText();
  const me = useMe();
  const [content, setContent] = React.useState(() => beginning({ item, act, wrong }));
  const [at, setAt] = React.useState(() =>
    toLocalInput(new Date(wrong?.at ?? (act === 'TAKEN' ? item.start.at : null) ?? Date.now())),
  );
  const [reason, setReason] = React.useState('');
  const set = (change: Partial<CustodyContent>) => setContent((last) => ({ ...last, ...change }));
  const text = (name: 'place' | 'quantity' | 'condition' | 'sealNo' | 'documentNo', required = false) => (
    <TextAreaField
      short
      name={name}
      required={required}
      maxLength={300}
      label={t(name === 'sealNo' ? 'custody.sealNo' : `custody.${name}`)}
      value={content[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const confirm = async () => {
    await post(`/cases/${caseId}/custody`, {
      table: item.table,
      row: item.id,
      kind: act,
      at: fromLocalInput(at)?.toISOString() ?? '',
      content,
      ...(wrong ? { refersTo: wrong.id, reason } : {}),
    });
    onDone();
  };
  const people = custody.people;
  return (
    <ActDialog title={t(`custody.do.${act}`)} confirm={t('custody.save')} onClose={onClose} onConfirm={confirm}>
      <Typography fontWeight="bold">{item.text}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {t('custody.about')}
      </Typography>
      <Field.Root name="at" required>
        <Field.Label>{t('custody.at')}</Field.Label>
        <TextInput
          type="datetime-local"
          value={at}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAt(event.target.value)}
        />
      </Field.Root>
      <PersonField
        name="giver"
        label={t('custody.giver')}
        people={people}
        personId={content.giverPersonId}
        text={content.giver}
        onChange={(giverPersonId, giver) => set({ giverPersonId, giver })}
      />
      <PersonField
        name="taker"
        label={t('custody.taker')}
        people={people}
        personId={content.takerPersonId}
        text={content.taker}
        first={me?.person.id}
        onChange={(takerPersonId, taker) => set({ takerPersonId, taker })}
      />
      <Field.Root name="takerUnit" required>
        <Field.Label>{t('custody.takerUnit')}</Field.Label>
        <SingleSelect
          value={content.takerUnit}
          onChange={(value: string | number) => set({ takerUnit: String(value) })}
        >
          {custody.units.map((unit) => (
            <SingleSelectOption key={unit.code} value={unit.code}>
              {unit.name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {text('place', true)}
        {text('quantity', true)}
      </Flex>
      {text('condition', true)}
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {text('sealNo')}
        {text('documentNo')}
      </Flex>
      <Field.Root name="sealIntact">
        <Field.Label>{t('custody.sealCheck')}</Field.Label>
        <SingleSelect
          value={content.sealIntact === null ? 'none' : String(content.sealIntact)}
          onChange={(value: string | number) => set({ sealIntact: value === 'none' ? null : value === 'true' })}
        >
          <SingleSelectOption value="none">{t('custody.sealNone')}</SingleSelectOption>
          <SingleSelectOption value="true">{t('custody.sealWhole')}</SingleSelectOption>
          <SingleSelectOption value="false">{t('custody.sealBroken')}</SingleSelectOption>
        </SingleSelect>
      </Field.Root>
      {custody.files.length > 0 && (
        <Flex
          tag="fieldset"
          direction="column"
          alignItems="stretch"
          gap={2}
          style={{ border: 0, padding: 0, margin: 0 }}
        >
          <Typography tag="legend" variant="pi" fontWeight="bold">
            {t('custody.files')}
          </Typography>
          {custody.files.map((file) => (
            <Checkbox
              key={file.id}
              checked={content.attachments.includes(file.id)}
              onCheckedChange={(on: boolean | 'indeterminate') =>
                set({
                  attachments:
                    on === true
                      ? [...content.attachments, file.id]
                      : content.attachments.filter((id) => id !== file.id),
                })
              }
            >
              {file.fileName}
            </Checkbox>
          ))}
        </Flex>
      )}
      {wrong && (
        <TextAreaField name="reason" required label={t('custody.reason')} value={reason} onChange={setReason} />
      )}
    </ActDialog>
  );
};
