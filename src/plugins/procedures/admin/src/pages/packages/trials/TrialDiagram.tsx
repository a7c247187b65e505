import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { DraftFileText } from '../../../../../shared/packages-contract';
import type { TrialCoverage, TrialPassage } from '../../../../../shared/trials-contract';
import { withQuery } from '../../../api/query';
import { read } from '../../../api/send';
import { Drawing } from '../../../components/diagram/Drawing';
import { showPosition } from '../../../components/diagram/showPosition';
import { useViewer } from '../../../components/diagram/useViewer';
import { Skeleton } from '../../../components/Skeleton';
import { useSameContent } from '../../../components/useSameContent';
import { useText } from '../../../text/useText';
import { TrialPaper } from './TrialPaper';
import { trialMarks } from './trialMarks';

interface Props {
  draftId: string;
  model: string;
  path: TrialPassage[] | null;
  /** an element that was expected and not reached */
  missed?: string | null;
  coverage: TrialCoverage | null;
  height?: number;
}

interface Services {
  canvas: { addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void };
  elementRegistry: { get(id: string): unknown };
}

/** The draft's own drawing, with the way of a trial or what all trials went through. */
export const TrialDiagram = ({ draftId, model, path, missed = null, coverage, height = 360 }: Props) => {
  const { t } = useText();
  const load = React.useCallback(
    async () => (await read<DraftFileText>(withQuery(`/drafts/${draftId}/file`, { path: model }))).text,
    [draftId, model],
  );
  const { place, viewer, problem } = useViewer(load);

  // A reading that says the same moves nothing: the view stays where it was put.
  const marks = useSameContent(React.useMemo(() => trialMarks(path, missed, coverage), [path, missed, coverage]));
  React.useEffect(() => {
    if (!viewer) return undefined;
    const canvas = viewer.get<Services['canvas']>('canvas');
    const registry = viewer.get<Services['elementRegistry']>('elementRegistry');
    const drawn = marks.filter(({ element }) => registry.get(element));
    for (const { element, mark } of drawn) canvas.addMarker(element, mark);
    const here = drawn.filter(({ mark }) => mark === 'trial-here').map(({ element }) => element);
    showPosition(viewer, here.length > 0 ? here : drawn.slice(-1).map(({ element }) => element));
    return () => {
      try {
        for (const { element, mark } of drawn) canvas.removeMarker(element, mark);
      } catch {
        // The viewer was destroyed first, and took its marks along.
      }
    };
  }, [viewer, marks]);

  return (
    <Box>
      <TrialPaper $height={height} role="group" aria-label={t('trials.diagram')}>
        {!viewer && !problem && <Skeleton rows={3} />}
        {problem && <Typography padding={3}>{t('trials.noDiagram')}</Typography>}
        <Drawing place={place} viewer={viewer} />
      </TrialPaper>
      <Typography variant="pi" textColor="neutral600" tag="p" padding={2}>
        {t(coverage ? 'trials.legendCoverage' : 'trials.legendPath')}
      </Typography>
    </Box>
  );
};
