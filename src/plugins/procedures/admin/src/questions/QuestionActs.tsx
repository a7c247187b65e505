import { Button, Field, Flex, NumberInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import { MAX_TERM, type QuestionView } from '../../../shared/questions-contract';
import { readProblem } from '../api/problem';
import { post } from '../api/send';
import { ReasonDialog } from '../components/ReasonDialog';
import { useText } from '../text/useText';

interface Props {
  question: QuestionView;
  onChanged(question: QuestionView): void;
}

/** Besides answering: take it, send it back, ask for more time, withdraw it. Only what the reader may do is there. */
export const QuestionActs = ({ question, onChanged }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [dialog, setDialog] = React.useState<'return' | 'extensions' | 'withdraw' | null>(null);
  const [days, setDays] = React.useState<number>(3);
  const [busy, setBusy] = React.useState(false);
  const { permissions: may } = question;

  const claim = async () => {
    setBusy(true);
    try {
      onChanged(await post<QuestionView>(`/questions/${question.id}/claim`));
      toggleNotification({ type: 'success', message: t('questions.claimed') });
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      setBusy(false);
    }
  };
  const act = (what: 'return' | 'extensions' | 'withdraw') => async (reason: string) => {
    const body = what === 'extensions' ? { reason, days } : { reason };
    onChanged(await post<QuestionView>(`/questions/${question.id}/${what}`, body));
    setDialog(null);
    toggleNotification({ type: 'success', message: t('questions.recorded') });
  };
  const close = () => setDialog(null);
  return (
    <Flex gap={2} wrap="wrap">
      {may.claim && (
        <Button variant="secondary" loading={busy} onClick={() => void claim()}>
          {t('questions.claim')}
        </Button>
      )}
      {may.extend && (
        <Button variant="tertiary" onClick={() => setDialog('extensions')}>
          {t('questions.moreTime')}
        </Button>
      )}
      {may.sendBack && (
        <Button variant="tertiary" onClick={() => setDialog('return')}>
          {t('questions.sendBack')}
        </Button>
      )}
      {may.withdraw && (
        <Button variant="danger-light" onClick={() => setDialog('withdraw')}>
          {t('questions.withdraw')}
        </Button>
      )}
      {dialog === 'extensions' && (
        <ReasonDialog
          title={t('questions.moreTime')}
          about={t('questions.moreTimeAbout')}
          label={t('reason.label')}
          confirm={t('questions.moreTime')}
          onClose={close}
          onConfirm={act('extensions')}
        >
          <Field.Root
            name="days"
            required
            error={days >= 1 && days <= MAX_TERM ? undefined : t('questions.daysRange', { count: MAX_TERM })}
          >
            <Field.Label>{t('questions.moreTimeDays')}</Field.Label>
            <NumberInput value={days} min={1} max={MAX_TERM} step={1} onValueChange={(value) => setDays(value ?? 0)} />
            <Field.Error />
          </Field.Root>
        </ReasonDialog>
      )}
      {dialog === 'return' && (
        <ReasonDialog
          title={t('questions.sendBackTitle')}
          about={t('questions.sendBackAbout')}
          label={t('reason.label')}
          confirm={t('questions.sendBack')}
          onClose={close}
          onConfirm={act('return')}
        />
      )}
      {dialog === 'withdraw' && (
        <ReasonDialog
          title={t('questions.withdraw')}
          about={t('questions.withdrawAbout')}
          label={t('reason.label')}
          confirm={t('questions.withdraw')}
          danger
          onClose={close}
          onConfirm={act('withdraw')}
        />
      )}
    </Flex>
  );
};
