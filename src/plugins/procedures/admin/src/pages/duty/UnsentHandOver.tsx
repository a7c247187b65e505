import type { HandOverLine } from '../../../../shared/duty-contract';
import { UnsentWords } from '../../components/UnsentWords';
import { useText } from '../../text/useText';
import type { HandOverWords } from './useHandOverWords';

interface Props {
  words: HandOverWords;
  lines: HandOverLine[];
  onDrop(): void;
}

/** Somebody else has signed, or the roster has changed, while a list was being written. */
export const UnsentHandOver = ({ words, lines, onDrop }: Props) => {
  const { t } = useText();
  const remarks = Object.entries(words.remarks).map(([key, remark]) => {
    const line = lines.find((one) => one.key === key);
    return remark.trim() && [line?.bookNo, line?.title, remark].filter(Boolean).join(' · ');
  });
  const items = words.items.map(({ title, note }) => [title, note].filter(Boolean).join(': '));
  const all = [...remarks, ...items, words.note, words.reason].filter((text) => text.trim());
  return <UnsentWords why={t('handOver.unsent')} words={all.join('\n')} onDrop={onDrop} />;
};
