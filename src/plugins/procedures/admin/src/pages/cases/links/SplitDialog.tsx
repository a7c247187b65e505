import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';

import { LINK_REASON_MIN, type SplitBody, type SplitParts } from '../../../../../shared/case-links-contract';
import { newId } from '../../../api/newId';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { ActDialog } from '../../../components/ActDialog';
import { FieldGroup } from '../../../components/FieldGroup';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { TextField } from '../../../components/TextField';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { useFieldText } from '../useFieldText';

/** A new case out of a part of this one: what goes along is chosen, nothing is taken away. */
export const SplitDialog = ({ caseId, onClose }: { caseId: string; onClose(): void }) => {
  const { t, pick } = useText();
  const text = useFieldText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { data, problem } = useResource<SplitParts>(`/cases/${caseId}/split`);
  const [clientId] = React.useState(newId);
  const [chosen, setChosen] = React.useState<ReadonlySet<string>>(new Set());
  const [event, setEvent] = React.useState('');
  const [texts, setTexts] = React.useState<Record<string, string>>({});
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const isReasonShort = reason.trim().length < LINK_REASON_MIN;
  const isTextChanged = data?.texts.some(({ name, value }) => (texts[name] ?? value).trim() !== value.trim()) ?? false;
  const isEmpty = chosen.size === 0 && !isTextChanged;
  const of = (ids: string[]) => ids.filter((id) => chosen.has(id));
  const box = (id: string, words: string) => (
    <Checkbox
      key={id}
      checked={chosen.has(id)}
      onCheckedChange={(on: boolean | 'indeterminate') => {
        const next = new Set(chosen);
        if (on === true) next.add(id);
        else next.delete(id);
        setChosen(next);
      }}
    >
      {words}
    </Checkbox>
  );
  const confirm = async () => {
    setChecked(true);
    if (!data || isEmpty || isReasonShort) return false;
    const body: SplitBody = {
      clientId,
      reason,
      event: event || (data.starts[0]?.event ?? ''),
      people: of(data.people.map(({ id }) => id)),
      rows: Object.fromEntries(data.tables.map((table) => [table.name, of(table.rows.map(({ id }) => id))])),
      attachments: of(data.attachments.map(({ id }) => id)),
      documents: of(data.documents.map(({ id }) => id)),
      record: texts,
    };
    const { caseId: fresh, bookNo } = await post<{ caseId: string; bookNo: string | null }>(
      `/cases/${caseId}/split?wait=8000`,
      body,
    );
    toggleNotification({
      type: 'success',
      message: bookNo ? t('links.splitDone', { number: bookNo }) : t('links.splitStarted'),
    });
    navigate(`${PAGES_ROOT}/cases/${fresh}?tab=links`);
    onClose();
  };
  const group = (title: string, children: React.ReactNode[]) =>
    children.length > 0 && (
      <FieldGroup key={title} legend={title}>
        {children}
      </FieldGroup>
    );
  return (
    <ActDialog
      title={t('links.split')}
      confirm={t('links.doSplit')}
      disabled={!data || data.starts.length === 0}
      onClose={onClose}
      onConfirm={confirm}
    >
      {problem && <ProblemSummary problem={problem} />}
      <Typography tag="p">{t('links.splitAbout')}</Typography>
      {checked && isEmpty && (
        <Typography tag="p" role="alert" textColor="danger700">
          {t('links.splitEmpty')}
        </Typography>
      )}
      {data && data.starts.length === 0 && <Typography tag="p">{t('links.splitNoStart')}</Typography>}
      {data && data.starts.length > 1 && (
        <Field.Root name="event">
          <Field.Label>{t('links.splitStart')}</Field.Label>
          <SingleSelect
            value={event || data.starts[0]?.event}
            onChange={(value: string | number) => setEvent(String(value))}
          >
            {data.starts.map((start) => (
              <SingleSelectOption key={start.event} value={start.event}>
                {pick(start.title)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {data &&
        group(
          t('links.splitPeople'),
          data.people.map((person) =>
            person.sealed ? (
              <Flex key={person.id} gap={1}>
                <Lock aria-hidden />
                <Typography textColor="neutral600">
                  {pick(person.role)} – {t('links.splitSealed')}
                </Typography>
              </Flex>
            ) : (
              box(person.id, [pick(person.role), person.text].filter(Boolean).join(': '))
            ),
          ),
        )}
      {data?.tables.map((table) =>
        group(
          pick(table.title),
          table.rows.map((row) =>
            box(
              row.id,
              row.cells.map(({ words, value, type }) => (words ? pick(words) : text(value, type))).join(' · '),
            ),
          ),
        ),
      )}
      {data &&
        group(
          t('links.splitFiles'),
          data.attachments.map((file) => box(file.id, file.fileName)),
        )}
      {data &&
        group(
          t('case.tab.documents'),
          data.documents.map((one) => box(one.id, [pick(one.title), one.number].filter(Boolean).join(' '))),
        )}
      {data && data.texts.length > 0 && (
        <FieldGroup legend={t('links.splitTexts')} hint={t('links.splitTextsHint')}>
          {data.texts.map((text) => (
            <TextField
              key={text.name}
              name={text.name}
              label={pick(text.label)}
              maxLength={20_000}
              value={texts[text.name] ?? text.value}
              onChange={(value) => setTexts({ ...texts, [text.name]: value })}
            />
          ))}
        </FieldGroup>
      )}
      <TextField
        name="reason"
        required
        label={t('links.reason')}
        hint={t('links.reasonHint', { count: LINK_REASON_MIN })}
        error={checked && isReasonShort ? t('links.reasonShort', { count: LINK_REASON_MIN }) : undefined}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
};
