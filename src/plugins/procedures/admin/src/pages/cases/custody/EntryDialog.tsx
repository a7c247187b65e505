import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Me } from '../../../../../shared/contracts';
import type {
  CaseCustody,
  CustodyContent,
  CustodyEntryView,
  CustodyItem,
} from '../../../../../shared/custody-contract';
import { newId } from '../../../api/newId';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { FieldGroup } from '../../../components/FieldGroup';
import { TextField } from '../../../components/TextField';
import { useMe } from '../../../components/useMe';
import { useText } from '../../../text/useText';
import { fromLocalInput, toLocalInput } from '../../../time/instants';
import { isFuture } from '../../../time/lateEntry';
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

type FaultOf = (path: string) => string | undefined;
/** As the server: without one of these an entry says nothing. */
const NEEDED = ['giver', 'taker', 'takerUnit', 'place', 'quantity', 'condition'] as const;
const isNeeded = (name: string): name is (typeof NEEDED)[number] => (NEEDED as readonly string[]).includes(name);
const REASON_MIN = 10;

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

/** What a hand-over begins with: whoever enters a taking has it; whoever has it now gives it; the rest is as it was. */
function beginning(
  { item, act, wrong, custody }: Pick<Props, 'item' | 'act' | 'wrong' | 'custody'>,
  me: Me | null,
): CustodyContent {
  if (wrong) return wrong.content;
  const { at: _at, ...start } = item.start;
  const last = item.entries.filter((entry) => !entry.correctedBy).at(-1)?.content;
  const self = custody.people.find(({ id }) => id === me?.person.id);
  const takerUnit = me?.units.find(({ code }) => custody.units.some((unit) => unit.code === code))?.code ?? '';
  const mine = self ? { taker: self.name, takerPersonId: self.id, takerUnit } : {};
  if (act === 'TAKEN' || !last) return { ...NOTHING, ...mine, ...start };
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
  const [content, setContent] = React.useState(() => beginning({ item, act, wrong, custody }, me));
  const [at, setAt] = React.useState(() =>
    toLocalInput(new Date(wrong?.at ?? (act === 'TAKEN' ? item.start.at : null) ?? Date.now())),
  );
  const [clientId] = React.useState(newId);
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const instant = fromLocalInput(at);
  const untimely =
    instant === null ? t('late.timeMissing') : isFuture(instant, new Date()) ? t('late.future') : undefined;
  const isReasonShort = wrong !== null && reason.trim().length < REASON_MIN;
  const missing = (name: (typeof NEEDED)[number]) =>
    checked && content[name].trim() === '' ? t('field.required') : undefined;
  const set = (change: Partial<CustodyContent>) => setContent((last) => ({ ...last, ...change }));
  const text = (faultOf: FaultOf, name: 'place' | 'quantity' | 'condition' | 'sealNo' | 'documentNo') => (
    <TextField
      type={name === 'condition' ? 'area' : 'text'}
      name={name}
      required={isNeeded(name)}
      error={faultOf(name) ?? (isNeeded(name) ? missing(name) : undefined)}
      maxLength={300}
      label={t(`custody.${name}`)}
      value={content[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const confirm = async () => {
    setChecked(true);
    if (!instant || untimely || isReasonShort || NEEDED.some((name) => content[name].trim() === '')) return false;
    await post(`/cases/${caseId}/custody`, {
      clientId,
      table: item.table,
      row: item.id,
      kind: act,
      at: instant.toISOString(),
      content,
      ...(wrong ? { refersTo: wrong.id, reason } : {}),
    });
    onDone();
  };
  const people = custody.people;
  return (
    <ActDialog title={t(`custody.do.${act}`)} confirm={t('custody.save')} onClose={onClose} onConfirm={confirm}>
      {(faultOf) => (
        <>
          <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {item.text}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('custody.about')}
          </Typography>
          <Field.Root name="at" required error={checked ? untimely : undefined}>
            <Field.Label>{t('custody.at')}</Field.Label>
            <TextInput
              type="datetime-local"
              value={at}
              max={toLocalInput(new Date())}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAt(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
          <PersonField
            name="giver"
            label={t('custody.giver')}
            people={people}
            personId={content.giverPersonId}
            text={content.giver}
            error={faultOf('giver') ?? missing('giver')}
            onChange={(giverPersonId, giver) => set({ giverPersonId, giver })}
          />
          <PersonField
            name="taker"
            label={t('custody.taker')}
            people={people}
            personId={content.takerPersonId}
            text={content.taker}
            error={faultOf('taker') ?? missing('taker')}
            first={me?.person.id}
            onChange={(takerPersonId, taker) => set({ takerPersonId, taker })}
          />
          <Field.Root name="takerUnit" required error={faultOf('takerUnit') ?? missing('takerUnit')}>
            <Field.Label>{t('custody.takerUnit')}</Field.Label>
            <SingleSelect
              placeholder={t('form.choose')}
              value={content.takerUnit || undefined}
              onChange={(value: string | number) => set({ takerUnit: String(value) })}
            >
              {custody.units.map((unit) => (
                <SingleSelectOption key={unit.code} value={unit.code}>
                  {unit.name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
          <Flex gap={3} wrap="wrap" alignItems="flex-start">
            {text(faultOf, 'place')}
            {text(faultOf, 'quantity')}
          </Flex>
          {text(faultOf, 'condition')}
          <Flex gap={3} wrap="wrap" alignItems="flex-start">
            {text(faultOf, 'sealNo')}
            {text(faultOf, 'documentNo')}
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
            <FieldGroup legend={t('custody.files')}>
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
            </FieldGroup>
          )}
          {wrong && (
            <TextField
              name="reason"
              required
              label={t('custody.reason')}
              hint={t('custody.reasonHint', { count: REASON_MIN })}
              error={
                faultOf('reason') ??
                (checked && isReasonShort ? t('custody.reasonHint', { count: REASON_MIN }) : undefined)
              }
              value={reason}
              onChange={setReason}
            />
          )}
        </>
      )}
    </ActDialog>
  );
};
