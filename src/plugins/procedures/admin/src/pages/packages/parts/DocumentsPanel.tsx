import { Flex } from '@strapi/design-system';
import * as React from 'react';

import type { DraftDocument, DraftDocumentInput } from '../../../../../shared/draft-parts-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { ErrorState } from '../../../components/ErrorState';
import { Skeleton } from '../../../components/Skeleton';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';
import { formatDay } from '../../../time/instants';
import { ManyField } from '../modeler/ManyField';
import type { PanelProps } from '../panelProps';
import { ChangePart, PartList, PartTitle } from './PartList';
import { PartName } from './PartTable';
import { useDraftParts } from './useDraftParts';

const inputOf = ({ file: _file, ...one }: DraftDocument): DraftDocumentInput => ({ ...one, title: one.title.vi });

/** What is drawn up from Word templates: its number and law, since when, after which events, and by whom. */
const DocumentsPanel = (props: PanelProps) => {
  const { t, pick } = useText();
  const { path, data, problem, reload, changed } = useDraftParts(props);
  const [input, setInput] = React.useState<DraftDocumentInput | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  const { events } = props.draft.choices;
  const words = (codes: string[]) => codes.map((one) => events.find(({ value }) => value === one)?.label ?? one);
  const set = (change: Partial<DraftDocumentInput>) => setInput((last) => last && { ...last, ...change });
  const groups = data.roles.map((one) => ({ value: one.id, label: pick(one.title) }));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <PartList
        label={t('parts.documents')}
        about={t('parts.documents.about')}
        empty={{ title: t('parts.documents.none'), hint: t('parts.documents.noneHint') }}
        columns={[
          t('parts.title'),
          t('parts.documents.number'),
          t('parts.documents.days'),
          t('parts.documents.events'),
        ]}
        rows={data.documents.map((one) => ({
          id: one.id,
          cells: [
            <PartName
              key="name"
              title={pick(one.title)}
              about={[one.file, one.legalBasis].filter(Boolean).join(' · ')}
            />,
            one.formNumber ?? '',
            [formatDay(one.effectiveFrom), one.effectiveTo && formatDay(one.effectiveTo)].filter(Boolean).join(' – '),
            words(one.events).join(', '),
            <ChangePart key="act" title={pick(one.title)} onClick={() => setInput(inputOf(one))} />,
          ],
        }))}
      />
      {input && (
        <ActDialog
          title={t('parts.documents.edit')}
          confirm={t('parts.save')}
          disabled={input.title.trim() === '' || input.effectiveFrom === ''}
          onClose={() => setInput(null)}
          onConfirm={async () => {
            await post(`${path}/documents`, input);
            setInput(null);
            changed();
          }}
        >
          {(errorOf) => (
            <>
              <PartTitle value={input.title} error={errorOf('title')} onChange={(title) => set({ title })} />
              {(['formNumber', 'legalBasis'] as const).map((name) => (
                <TextField
                  key={name}
                  name={name}
                  type="text"
                  label={t(`parts.documents.${name}`)}
                  maxLength={name === 'formNumber' ? 60 : 400}
                  value={input[name] ?? ''}
                  error={errorOf(name)}
                  onChange={(text) => set({ [name]: text || null })}
                />
              ))}
              {(['effectiveFrom', 'effectiveTo'] as const).map((name) => (
                <TextField
                  key={name}
                  name={name}
                  type="date"
                  required={name === 'effectiveFrom'}
                  label={t(`parts.documents.${name}`)}
                  value={input[name] ?? ''}
                  error={errorOf(name)}
                  onChange={(day) => set({ [name]: day || (name === 'effectiveTo' ? null : '') })}
                />
              ))}
              <ManyField
                label={t('parts.documents.events')}
                value={input.events}
                choices={events}
                onChange={(chosen) => set({ events: chosen })}
              />
              <ManyField
                label={t('parts.documents.groups')}
                hint={t('parts.documents.groupsHint')}
                value={input.groups}
                choices={groups}
                onChange={(chosen) => set({ groups: chosen })}
              />
            </>
          )}
        </ActDialog>
      )}
    </Flex>
  );
};

export default DocumentsPanel;
