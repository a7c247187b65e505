import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { Card } from '../../components/Card';
import { useUrlState } from '../../components/useUrlState';
import { NotesPanel } from '../../notes/NotesPanel';
import { useText } from '../../text/useText';

const KINDS = ['INTERNAL', 'VISIBLE_TO_REPORTER'] as const;

/** What people say to each other on the whole case and on its tasks; what is for the reporter plainly apart. */
export const CaseDiscussion = ({ caseId }: { caseId: string }) => {
  const { t } = useText();
  const url = useUrlState();
  const only = KINDS.find((kind) => kind === url.get('notes'));
  return (
    <Card>
      <Box paddingBottom={3} style={{ maxWidth: '24rem' }}>
        <SingleSelect
          size="S"
          aria-label={t('discussion.filter')}
          value={only ?? 'ALL'}
          onChange={(value: string | number) => url.set({ notes: value === 'ALL' ? null : String(value) })}
        >
          <SingleSelectOption value="ALL">{t('discussion.ALL')}</SingleSelectOption>
          {KINDS.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`discussion.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <NotesPanel caseId={caseId} only={only} />
    </Card>
  );
};
