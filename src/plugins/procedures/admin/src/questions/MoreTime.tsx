import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { QuestionExtension, QuestionTermUnit, QuestionView } from '../../../shared/questions-contract';
import { readProblem } from '../api/problem';
import { post } from '../api/send';
import { Mark } from '../components/Mark';
import { ReasonDialog } from '../components/ReasonDialog';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';

interface Props {
  question: QuestionView;
  onChanged(question: QuestionView): void;
}

/** Each asking for more time with its reason and what became of it; whoever asked the question decides here. */
export const MoreTime = ({ question, onChanged }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [isRefusing, setRefusing] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const decide = async (body: { agreed: boolean; reason?: string }) =>
    onChanged(await post<QuestionView>(`/questions/${question.id}/extensions/decide`, body));
  const agree = () => {
    setBusy(true);
    decide({ agreed: true })
      .then(() => toggleNotification({ type: 'success', message: t('questions.recorded') }))
      .catch((thrown: unknown) => toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) }))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <ul style={{ display: 'grid', gap: 12 }}>
        {question.extensions.map((extension) => (
          <ExtensionItem key={extension.askedAt} extension={extension} unit={question.termUnit} />
        ))}
      </ul>
      {question.permissions.decide && (
        <Flex gap={2} wrap="wrap" paddingTop={3}>
          <Button loading={busy} onClick={agree}>
            {t('questions.agree')}
          </Button>
          <Button variant="tertiary" onClick={() => setRefusing(true)}>
            {t('questions.refuse')}
          </Button>
        </Flex>
      )}
      {isRefusing && (
        <ReasonDialog
          title={t('questions.refuseTitle')}
          about={t('questions.refuseAbout')}
          label={t('reason.label')}
          confirm={t('questions.refuse')}
          onClose={() => setRefusing(false)}
          onConfirm={async (reason) => {
            await decide({ agreed: false, reason });
            setRefusing(false);
          }}
        />
      )}
    </>
  );
};

const ExtensionItem = ({ extension, unit }: { extension: QuestionExtension; unit: QuestionTermUnit }) => {
  const { t } = useText();
  const overtaken = extension.state === 'REFUSED' && extension.decidedBy === null;
  return (
    <li>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography>
          {t('questions.extension', {
            name: extension.askedBy?.name ?? '–',
            days: t(`questions.days.${unit}`, { count: extension.days }),
            instant: formatInstant(extension.askedAt),
          })}
        </Typography>
        <Mark tone={extension.state === 'AGREED' ? 'good' : extension.state === 'PENDING' ? 'warn' : 'plain'}>
          {t(overtaken ? 'questions.extension.overtaken' : `questions.extension.${extension.state}`)}
        </Mark>
      </Flex>
      <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {extension.reason}
      </Typography>
      {extension.decidedBy && (
        <Box paddingTop={1}>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[
              t('questions.byAt', { name: extension.decidedBy.name, instant: formatInstant(extension.decidedAt) }),
              extension.decisionReason,
            ]
              .filter(Boolean)
              .join(': ')}
          </Typography>
        </Box>
      )}
    </li>
  );
};
