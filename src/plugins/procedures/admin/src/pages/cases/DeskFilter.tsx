import { Flex } from '@strapi/design-system';

import { FilterChip } from '../../components/FilterChip';
import type { UrlState } from '../../components/useUrlState';
import { type TextKey, useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** What a figure of the duty desk narrows the list by, besides unit and life; all of it stands in the address. */
export const DESK_FILTERS = ['receivedFrom', 'clock', 'owner', 'until'] as const;

const CLOCKS: Record<string, TextKey> = {
  amber: 'cases.desk.amber',
  red: 'cases.desk.red',
  overdue: 'cases.desk.overdue',
};

/** Says why the list is short; a press takes it away. */
export const DeskFilter = ({ url }: { url: UrlState }) => {
  const { t } = useText();
  const clock = CLOCKS[url.get('clock')];
  const from = url.get('receivedFrom');
  if (!clock && !from) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={3}>
      {from && (
        <FilterChip onRemove={() => url.set({ receivedFrom: null })}>
          {t('cases.desk.receivedFrom', { instant: formatInstant(from) })}
        </FilterChip>
      )}
      {clock && (
        <FilterChip onRemove={() => url.set({ clock: null, owner: null, until: null })}>
          {t(clock, { unit: url.get('owner'), instant: formatInstant(url.get('until')) })}
        </FilterChip>
      )}
    </Flex>
  );
};
