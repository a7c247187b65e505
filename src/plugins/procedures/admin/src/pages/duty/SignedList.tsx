import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import * as React from 'react';

import type { HandOverView } from '../../../../shared/duty-contract';
import { type Problem, readProblem } from '../../api/problem';
import { readFile, saveFile } from '../../api/readFile';
import { post } from '../../api/send';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { HandOverLines } from './HandOverLines';
import { TakeForm } from './TakeForm';

interface Props {
  view: HandOverView;
  onChanged(): void;
}

/** A list as it was signed: nothing in it can be changed any more, only answered once. */
export const SignedList = ({ view, onChanged }: Props) => {
  const { t } = useText();
  const { content } = view;
  const [ending, setEnding] = React.useState<'refuse' | 'withdraw' | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const giver = content.giver?.name ?? t('handOver.alone');
  const print = async () => {
    setProblem(null);
    try {
      saveFile(await readFile(`/duty/hand-overs/${view.id}/pdf`), `giao-ca-${view.givenAt.slice(0, 10)}.pdf`);
    } catch (thrown) {
      setProblem(readProblem(thrown));
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <ProblemSummary problem={problem} />}
      <Flex gap={3} wrap="wrap">
        <Mark tone={view.state === 'TAKEN' ? 'good' : 'warn'}>{t(`handOver.state.${view.state}`)}</Mark>
        <Typography>
          {view.state === 'GIVEN'
            ? t('handOver.waitingFor', { giver, instant: formatInstant(view.givenAt), taker: content.taker.name })
            : `${t('handOver.by', { giver, taker: content.taker.name })} · ${formatInstant(view.takenAt ?? view.givenAt)}`}
        </Typography>
        <Button variant="tertiary" size="S" startIcon={<Download />} onClick={() => void print()}>
          {t('handOver.pdf')}
        </Button>
      </Flex>
      {[content.withoutGiver, view.settleReason].filter(Boolean).map((text) => (
        <Typography key={text} tag="p">
          {t('handOver.reason')}: {text}
        </Typography>
      ))}
      <HandOverLines lines={content.lines} />
      {content.items.length > 0 && (
        <Box>
          <Typography variant="delta" tag="h3">
            {t('handOver.items')}
          </Typography>
          <ul>
            {content.items.map((item) => (
              <li key={`${item.title} ${item.note}`}>
                <Typography>{[item.title, item.note].filter(Boolean).join(': ')}</Typography>
              </li>
            ))}
          </ul>
        </Box>
      )}
      {content.note && (
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
          {t('handOver.note')}: {content.note}
        </Typography>
      )}
      {view.takeRemark && (
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
          {t('handOver.takeRemark')}: {view.takeRemark}
        </Typography>
      )}
      <Box>
        <Typography
          tag="p"
          variant="pi"
          textColor={view.intact ? 'success700' : 'danger700'}
          role={view.intact ? undefined : 'alert'}
        >
          {t(view.intact ? 'handOver.intact' : 'handOver.broken')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {t('handOver.hash', { hash: view.contentHash })}
        </Typography>
        {view.signatureHash && (
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {t('handOver.signature', { hash: view.signatureHash })}
          </Typography>
        )}
      </Box>
      {view.mayTake && <TakeForm view={view} onTaken={onChanged} />}
      <Flex gap={2} wrap="wrap">
        {view.mayRefuse && (
          <Button variant="danger-light" onClick={() => setEnding('refuse')}>
            {t('handOver.refuse')}
          </Button>
        )}
        {view.mayWithdraw && (
          <Button variant="tertiary" onClick={() => setEnding('withdraw')}>
            {t('handOver.withdraw')}
          </Button>
        )}
      </Flex>
      {ending && (
        <ReasonDialog
          title={t(`handOver.${ending}Title`)}
          about={t(`handOver.${ending}About`)}
          label={t('handOver.reason')}
          confirm={t(`handOver.${ending}`)}
          onClose={() => setEnding(null)}
          onConfirm={async (reason) => {
            await post(`/duty/hand-overs/${view.id}/${ending}`, { reason });
            setEnding(null);
            onChanged();
          }}
        />
      )}
    </Flex>
  );
};
