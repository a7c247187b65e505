/** components/diagram/ owns the picture of a procedure: where a case is, which way it came. */
import { useFetchClient } from '@strapi/strapi/admin';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import * as React from 'react';

import { useText } from '../../text/useText';
import { ErrorState } from '../ErrorState';
import { Skeleton } from '../Skeleton';
import { DiagramFrame } from './DiagramFrame';
import { Drawing } from './Drawing';
import { markPosition, type Position } from './markPosition';
import { showPosition } from './showPosition';
import { useViewer } from './useViewer';

interface Props {
  /** address of the model's XML, as the server gave it */
  modelUrl: string;
  position: Position;
  height?: number;
  /** what stands at the present position; without it, it is the reader's own */
  hereLabel?: string;
  /** further marks; returns the way to take them off again */
  decorate?(viewer: NavigatedViewer): () => void;
}

export const Diagram = ({ modelUrl, position, height = 320, hereLabel, decorate }: Props) => {
  const { t } = useText();
  const { get } = useFetchClient();
  const load = React.useCallback(
    async (signal: AbortSignal) => (await get<string>(modelUrl, { responseType: 'text', signal })).data,
    [get, modelUrl],
  );
  const { place, viewer, problem, retry } = useViewer(load);

  const active = position.active.join(' ');
  const done = position.done.join(' ');
  const stuck = (position.stuck ?? []).join(' ');
  const here = hereLabel ?? t('diagram.here');
  const stuckLabel = t('diagram.stuck');
  React.useEffect(() => {
    if (!viewer) return undefined;
    const ids = { active: active.split(' '), done: done.split(' '), stuck: stuck.split(' ') };
    showPosition(viewer, ids.active);
    return markPosition(viewer, ids, { here, stuck: stuckLabel });
  }, [viewer, active, done, stuck, here, stuckLabel]);

  React.useEffect(() => {
    if (!viewer || !decorate) return undefined;
    return decorate(viewer);
  }, [viewer, decorate]);

  if (problem) return <ErrorState problem={problem} onRetry={retry} />;
  return (
    <DiagramFrame $height={height} role="group" aria-label={t('diagram.label')}>
      {!viewer && <Skeleton rows={3} />}
      <Drawing place={place} viewer={viewer} />
    </DiagramFrame>
  );
};
