import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import * as React from 'react';

import type { CasePerson } from '../../../../shared/contracts';
import type { CaseIdentities, SealedPerson } from '../../../../shared/sealing-contract';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { Sealed } from '../../components/Sealed';
import { useCaseChanges } from '../../live/useCaseChanges';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { AskDialog } from '../identities/AskDialog';
import { OpenedIdentity } from '../identities/OpenedIdentity';
import { RequestState } from '../identities/RequestState';

interface Props {
  caseId: string;
  /** as the record shows them: what stands here as long as nothing more is known of them */
  masked: CasePerson[];
}

/** The protected people of a case: a lock, who may open it, how to ask, and where one's request stands. */
export const SealedPeople = ({ caseId, masked }: Props) => {
  const { t, pick } = useText();
  const { data, reload } = useResource<CaseIdentities>(`/cases/${caseId}/identities`);
  useCaseChanges(caseId, reload);
  const [asking, setAsking] = React.useState<SealedPerson | null>(null);
  if (!data || (data.sealed.length === 0 && !data.waiting))
    return masked.length === 0 ? null : (
      <Box paddingBottom={4}>
        <Card title={t('identities.ofCase')}>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {masked.map((person) => (
              <li key={person.id}>
                <Typography fontWeight="bold">{pick(person.role)}</Typography>
                <Sealed seal={person.seal} />
              </li>
            ))}
          </Flex>
        </Card>
      </Box>
    );
  const isAsked = (person: SealedPerson) => person.request?.state === 'PENDING' || person.request?.state === 'APPROVED';
  return (
    <Box paddingBottom={4}>
      <Card
        title={t('identities.ofCase')}
        aside={data.waiting ? <Mark tone="warn">{t('identities.notSealedYet')}</Mark> : undefined}
      >
        <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={3}>
          {data.waiting && data.sealed.length === 0
            ? t('identities.waitingAbout')
            : t('identities.whoOpens', { names: data.custodians.join(', ') || '–' })}
        </Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {data.sealed.map((person) => (
            <Flex key={person.id} tag="li" gap={3} alignItems="flex-start" wrap="wrap">
              <Lock aria-hidden width="1.6rem" height="1.6rem" fill="neutral600" style={{ flex: 'none' }} />
              <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
                <Typography fontWeight="bold" tag="p">
                  {person.pseudonym} · {pick(person.role)}
                </Typography>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('identities.sealedAt', { at: formatInstant(person.sealedAt) })}
                </Typography>
              </Box>
              <Flex direction="column" alignItems="flex-start" gap={2}>
                {person.request && <RequestState request={person.request} />}
                {person.request?.state === 'APPROVED' && <OpenedIdentity request={person.request} onClosed={reload} />}
                {data.mayAsk && (
                  <Button
                    size="S"
                    variant={isAsked(person) ? 'tertiary' : 'secondary'}
                    onClick={() => setAsking(person)}
                  >
                    {t(isAsked(person) ? 'identities.askAgain' : 'identities.ask')}
                  </Button>
                )}
              </Flex>
            </Flex>
          ))}
        </Flex>
      </Card>
      {asking && (
        <AskDialog
          caseId={caseId}
          identityId={asking.id}
          pseudonym={asking.pseudonym}
          onClose={() => setAsking(null)}
          onDone={reload}
        />
      )}
    </Box>
  );
};
