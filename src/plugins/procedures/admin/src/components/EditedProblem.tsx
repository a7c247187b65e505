import { Button } from '@strapi/design-system';

import type { Sending } from '../api/useSending';
import { useText } from '../text/useText';
import { NewerBox } from './NewerBox';
import { ProblemSummary } from './ProblemSummary';
import type { Edited } from './useEdited';

interface Props {
  edited: Pick<Edited<unknown>, 'isNewer' | 'takeNewer'>;
  saving: Pick<Sending, 'problem' | 'dismiss'>;
}

/** Above settings: why they were not saved, and the way to what somebody else has saved meanwhile. */
export const EditedProblem = ({ edited, saving: { problem, dismiss } }: Props) => {
  const { t } = useText();
  const take = () => {
    dismiss();
    edited.takeNewer();
  };
  if (problem)
    return (
      <ProblemSummary problem={problem}>
        {edited.isNewer && (
          <Button variant="tertiary" onClick={take}>
            {t('newer.take')}
          </Button>
        )}
      </ProblemSummary>
    );
  return edited.isNewer ? <NewerBox words={t('newer.version')} action={t('newer.take')} onAct={take} /> : null;
};
