import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { DraftParameter, DraftParameterInput } from '../../../../../shared/draft-parts-contract';
import { remove } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { ErrorState } from '../../../components/ErrorState';
import { Skeleton } from '../../../components/Skeleton';
import { useText } from '../../../text/useText';
import { useParameterText } from '../../calendar/parameterWords';
import type { PanelProps } from '../panelProps';
import { ParameterPartDialog } from './ParameterPartDialog';
import { ChangePart, PartList } from './PartList';
import { PartName } from './PartTable';
import { useDraftParts } from './useDraftParts';

const NEW: DraftParameterInput = {
  name: null,
  title: '',
  type: 'integer',
  default: 1,
  min: null,
  max: null,
  options: null,
  unit: null,
  legalBasis: null,
};

const inputOf = ({ uses: _uses, law: _law, optionTitles: _titles, ...one }: DraftParameter): DraftParameterInput => ({
  ...one,
  title: one.title.vi,
});

/** What the package leaves to each tenant: what it begins with, how far it may go, and which files read it. */
const ParametersPanel = (props: PanelProps) => {
  const { t, pick } = useText();
  const { valueText, wordsOf } = useParameterText();
  const { path, data, problem, reload, changed } = useDraftParts(props);
  const [editing, setEditing] = React.useState<{
    input: DraftParameterInput;
    of: Pick<DraftParameter, 'law' | 'optionTitles'>;
  } | null>(null);
  const [removing, setRemoving] = React.useState<DraftParameter | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  const done = () => {
    setEditing(null);
    setRemoving(null);
    changed();
  };
  const limits = ({ min, max, options, optionTitles }: DraftParameter) =>
    options?.map((one) => wordsOf({ optionTitles }, one)).join(', ') ??
    (min === null && max === null ? '' : t('parameters.limits', { min: min ?? '…', max: max ?? '…' }));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <PartList
        label={t('parts.parameters')}
        about={t('parts.parameters.about')}
        add={
          <Button onClick={() => setEditing({ input: NEW, of: { law: null, optionTitles: {} } })}>
            {t('parts.parameters.add')}
          </Button>
        }
        empty={{ title: t('parts.parameters.none'), hint: t('parts.parameters.noneHint') }}
        columns={[t('parts.title'), t('parts.parameters.default'), t('parts.parameters.limits'), t('parts.uses')]}
        rows={data.parameters.map((one) => ({
          id: one.name,
          cells: [
            <PartName
              key="name"
              title={pick(one.title)}
              about={[one.name, one.law ?? one.legalBasis].filter(Boolean).join(' · ')}
            />,
            valueText(one, one.default),
            limits(one),
            one.uses.join(', '),
            <Flex key="acts" gap={1}>
              <ChangePart title={pick(one.title)} onClick={() => setEditing({ input: inputOf(one), of: one })} />
              {one.uses.length === 0 && !one.law && (
                <Button
                  size="S"
                  variant="tertiary"
                  aria-label={t('parts.removeOf', { title: pick(one.title) })}
                  onClick={() => setRemoving(one)}
                >
                  {t('parts.remove')}
                </Button>
              )}
            </Flex>,
          ],
        }))}
      />
      {editing && (
        <ParameterPartDialog
          path={path}
          start={editing.input}
          law={editing.of.law}
          words={editing.of.optionTitles}
          onClose={() => setEditing(null)}
          onSaved={done}
        />
      )}
      {removing && (
        <ActDialog
          title={t('parts.removeOf', { title: pick(removing.title) })}
          confirm={t('parts.remove')}
          onClose={() => setRemoving(null)}
          onConfirm={async () => {
            await remove(`${path}/parameters/${encodeURIComponent(removing.name)}`);
            done();
          }}
        >
          <Typography tag="p">{t('parts.parameters.removeAbout')}</Typography>
        </ActDialog>
      )}
    </Flex>
  );
};

export default ParametersPanel;
