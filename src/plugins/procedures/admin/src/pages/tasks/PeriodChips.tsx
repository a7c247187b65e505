import { FilterChip } from '../../components/FilterChip';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';

interface Props {
  params: URLSearchParams;
  onRemove(name: string): void;
}

/** What a figure of a board narrows by besides the fields: what is done, and between which days. */
export const PeriodChips = ({ params, onRemove }: Props) => {
  const { t } = useText();
  const day = (text: string | undefined) => (text ? formatDay(`${text}T12:00:00Z`) : '…');
  const chips = (['status', 'opened', 'due', 'done', 'head'] as const).flatMap(
    (name): { name: string; text: string }[] => {
      const value = params.get(name);
      if (!value) return [];
      if (name === 'status') return [{ name, text: t(value === 'done' ? 'tasks.status.done' : 'tasks.status.any') }];
      if (name === 'head') return [{ name, text: t('tasks.ofHead') }];
      const [from, to] = value.split('..');
      return [{ name, text: t(`tasks.period.${name}`, { from: day(from), to: day(to) }) }];
    },
  );
  return (
    <>
      {chips.map(({ name, text }) => (
        <FilterChip key={name} onRemove={() => onRemove(name)}>
          {text}
        </FilterChip>
      ))}
    </>
  );
};
