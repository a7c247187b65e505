import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { HandOverAnswer, HandOverTask, PersonName } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { FormDialog } from './FormDialog';
import { ChoiceField, LongTextField, ManyField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  person: PersonName;
  onClose(): void;
  onDone(answer: HandOverAnswer): void;
}

const KEEP = 'KEEP';

/** Open tasks of one person to colleagues: each chosen, or spread by how much everybody already holds. */
export const HandOverDialog = ({ person, onClose, onDone }: Props) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<{ items: HandOverTask[] }>(`/people/${person.id}/tasks`);
  const [answer, setAnswer] = React.useState<HandOverAnswer | null>(null);
  const form = useFormState({ how: 'SPREAD', spreadTo: [], reason: '' }, () => undefined);
  React.useEffect(() => {
    if (answer) onDone(answer);
  }, [answer, onDone]);
  const items = data?.items ?? [];
  const everybody = new Map(items.flatMap((item) => item.receivers).map((one) => [one.id, one]));
  const words = (one: HandOverTask['receivers'][number]) =>
    t(one.absent ? 'people.handOver.receiverAway' : 'people.handOver.receiver', {
      name: one.name,
      count: one.openTasks,
    });
  const save = () =>
    void form.send(async () => {
      const chosen = items.flatMap((item) => {
        const to = form.text(item.id);
        return to && to !== KEEP ? [{ taskId: item.id, version: item.version, to }] : [];
      });
      const body = form.text('how') === 'SPREAD' ? { spreadTo: form.list('spreadTo') } : { items: chosen };
      setAnswer(await post<HandOverAnswer>(`/people/${person.id}/hand-over`, { ...body, reason: form.text('reason') }));
    });
  return (
    <FormDialog
      title={t('people.handOver.title', { name: person.name })}
      hint={t('people.handOver.hint')}
      save={t('people.handOver.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton rows={3} />}
      {data && items.length === 0 && <Empty title={t('people.handOver.none')} />}
      {items.length > 0 && (
        <>
          <ChoiceField
            form={form}
            name="how"
            label={t('people.handOver.how')}
            choices={[
              { value: 'SPREAD', label: t('people.handOver.spread') },
              { value: 'EACH', label: t('people.handOver.each') },
            ]}
          />
          {form.text('how') === 'SPREAD' ? (
            <ManyField
              form={form}
              name="spreadTo"
              label={t('people.handOver.to')}
              choices={[...everybody.values()].map((one) => ({ value: one.id, label: words(one) }))}
            />
          ) : (
            items.map((item) => (
              <Field.Root key={item.id} name={item.id}>
                <Field.Label>{[item.title, item.bookNo].filter(Boolean).join(' · ')}</Field.Label>
                <SingleSelect value={form.text(item.id) || KEEP} onChange={(value) => form.set(item.id, String(value))}>
                  <SingleSelectOption value={KEEP}>{t('people.handOver.keep')}</SingleSelectOption>
                  {item.receivers.map((one) => (
                    <SingleSelectOption key={one.id} value={one.id}>
                      {words(one)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            ))
          )}
          <Flex direction="column" alignItems="flex-start" gap={1}>
            {items.map((item) => (
              <Typography key={item.id} variant="pi" textColor="neutral600">
                {t('people.handOver.task', {
                  title: [item.title, item.bookNo].filter(Boolean).join(' · '),
                  due: formatInstant(item.dueAt),
                })}
              </Typography>
            ))}
          </Flex>
          <LongTextField form={form} name="reason" label={t('people.field.reason')} required />
        </>
      )}
    </FormDialog>
  );
};
