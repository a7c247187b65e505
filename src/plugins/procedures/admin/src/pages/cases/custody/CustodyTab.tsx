import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { CaseCustody, CustodyEntryView, CustodyItem } from '../../../../../shared/custody-contract';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { ActDialog } from '../../../components/ActDialog';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { ErrorState } from '../../../components/ErrorState';
import { Skeleton } from '../../../components/Skeleton';
import { useCaseChanges } from '../../../live/useCaseChanges';
import { useText } from '../../../text/useText';
import { CustodyEntry } from './CustodyEntry';
import { CustodyGaps } from './CustodyGaps';
import { EntryDialog } from './EntryDialog';

type Asked =
  | { act: 'TAKEN' | 'HANDED_OVER'; item: CustodyItem }
  | { act: 'CORRECTED'; item: CustodyItem; entry: CustodyEntryView }
  | { act: 'CONFIRM'; entry: CustodyEntryView }
  | null;

/** What the case holds, and of each thing who had it when; where the chain is open it says so in red. */
export const CustodyTab = ({ caseId }: { caseId: string }) => {
  const { t, pick } = useText();
  const { data, problem, reload } = useResource<CaseCustody>(`/cases/${caseId}/custody`);
  useCaseChanges(caseId, reload);
  const [asked, setAsked] = React.useState<Asked>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  const done = () => {
    setAsked(null);
    reload();
  };
  if (data.items.length === 0) return <Empty title={t('custody.none')}>{t('custody.noneHint')}</Empty>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {data.legalBasis && (
        <Typography variant="pi" textColor="neutral600">
          {pick(data.title)} · {data.legalBasis}
        </Typography>
      )}
      {data.items.map((item) => {
        const act = item.entries.length === 0 ? 'TAKEN' : 'HANDED_OVER';
        return (
          <Card
            key={item.id}
            title={item.text}
            aside={
              data.permissions.write && (
                <Button size="S" variant="secondary" onClick={() => setAsked({ act, item })}>
                  {t(`custody.do.${act}`)}
                </Button>
              )
            }
          >
            <CustodyGaps item={item} />
            <ol aria-label={t('custody.chainOf', { item: item.text })}>
              {item.entries.map((entry) => (
                <CustodyEntry
                  key={entry.id}
                  entry={entry}
                  gaps={item.gaps.filter((gap) => gap.entryId === entry.id)}
                  files={data.files}
                  onConfirm={() => setAsked({ act: 'CONFIRM', entry })}
                  onCorrect={() => setAsked({ act: 'CORRECTED', item, entry })}
                />
              ))}
            </ol>
          </Card>
        );
      })}
      {asked && asked.act !== 'CONFIRM' && (
        <EntryDialog
          caseId={caseId}
          custody={data}
          item={asked.item}
          act={asked.act}
          wrong={asked.act === 'CORRECTED' ? asked.entry : null}
          onClose={() => setAsked(null)}
          onDone={done}
        />
      )}
      {asked?.act === 'CONFIRM' && (
        <ActDialog
          title={t('custody.confirm')}
          confirm={t('custody.confirm')}
          onClose={() => setAsked(null)}
          onConfirm={async () => {
            await post(`/custody-entries/${asked.entry.id}/confirm`);
            done();
          }}
        >
          <Typography tag="p">{t('custody.confirmAbout')}</Typography>
          <Typography tag="p">
            {[asked.entry.content.quantity, asked.entry.content.condition, asked.entry.content.sealNo]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </ActDialog>
      )}
    </Flex>
  );
};
