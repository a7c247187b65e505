import type { Problem } from '../api/problem';
import { useText } from '../text/useText';
import { NewerBox } from './NewerBox';

interface Props {
  problem: Problem;
  onKeepHere(): void;
}

/** Another tab or machine of the same person saved newer words: these here are not saved until that is decided. */
export const NewerDraft = ({ problem, onKeepHere }: Props) => {
  const { t, pick } = useText();
  return <NewerBox words={pick(problem)} action={t('draft.keepHere')} onAct={onKeepHere} />;
};
