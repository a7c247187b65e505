/** components/diagram/ owns the picture of a procedure: where a case is, which way it came. */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import { Flex, IconButton } from '@strapi/design-system';
import { ArrowsOut, Minus, Plus } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import * as React from 'react';

import { isAbort, type Problem, readProblem } from '../../api/problem';
import { useText } from '../../text/useText';
import { ErrorState } from '../ErrorState';
import { Skeleton } from '../Skeleton';
import { DiagramFrame } from './DiagramFrame';
import { markPosition, type Position } from './markPosition';
import { showPosition } from './showPosition';

interface Props {
  /** address of the model's XML, as the server gave it */
  modelUrl: string;
  position: Position;
  height?: number;
}

export const Diagram = ({ modelUrl, position, height = 320 }: Props) => {
  const { t } = useText();
  const { get } = useFetchClient();
  const place = React.useRef<HTMLDivElement>(null);
  const viewer = React.useRef<NavigatedViewer | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [ready, setReady] = React.useState(false);
  const [round, setRound] = React.useState(0);

  React.useEffect(() => {
    const abort = new AbortController();
    let made: NavigatedViewer | undefined;
    setReady(false);
    setProblem(null);
    (async () => {
      try {
        const [{ default: Viewer }, { data: xml }] = await Promise.all([
          import('bpmn-js/lib/NavigatedViewer'),
          get(modelUrl, { responseType: 'text', signal: abort.signal }),
        ]);
        if (abort.signal.aborted || !place.current) return;
        // The wheel scrolls the page; zooming has its buttons.
        made = new Viewer({ container: place.current, zoomScroll: { enabled: false } });
        await made.importXML(xml);
        if (abort.signal.aborted) return;
        viewer.current = made;
        setReady(true);
      } catch (thrown) {
        if (!abort.signal.aborted && !isAbort(thrown)) setProblem(readProblem(thrown));
      }
    })();
    return () => {
      abort.abort();
      viewer.current = null;
      made?.destroy();
    };
  }, [get, modelUrl, round]);

  const active = position.active.join(' ');
  const done = position.done.join(' ');
  const here = t('diagram.here');
  React.useEffect(() => {
    if (!ready || !viewer.current) return undefined;
    const ids = { active: active.split(' '), done: done.split(' ') };
    showPosition(viewer.current, ids.active);
    return markPosition(viewer.current, ids, here);
  }, [ready, active, done, here]);

  const zoom = (factor: number) => {
    const canvas = viewer.current?.get<{ zoom(level?: number | string, center?: string): number }>('canvas');
    if (canvas) canvas.zoom(factor === 0 ? 'fit-viewport' : canvas.zoom() * factor, 'auto');
  };

  if (problem) return <ErrorState problem={problem} onRetry={() => setRound((value) => value + 1)} />;
  return (
    <DiagramFrame $height={height} role="group" aria-label={t('diagram.label')}>
      {!ready && <Skeleton rows={3} />}
      <div ref={place} style={{ position: 'absolute', inset: 0 }} />
      <Flex gap={1} style={{ position: 'absolute', left: 8, bottom: 8 }}>
        <IconButton label={t('diagram.zoomIn')} onClick={() => zoom(1.3)}>
          <Plus />
        </IconButton>
        <IconButton label={t('diagram.zoomOut')} onClick={() => zoom(1 / 1.3)}>
          <Minus />
        </IconButton>
        <IconButton label={t('diagram.fit')} onClick={() => zoom(0)}>
          <ArrowsOut />
        </IconButton>
      </Flex>
    </DiagramFrame>
  );
};
