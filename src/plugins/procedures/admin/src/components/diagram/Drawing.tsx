import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import { Flex, IconButton } from '@strapi/design-system';
import { ArrowsOut, Minus, Plus } from '@strapi/icons';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type * as React from 'react';

import { useText } from '../../text/useText';

interface Props {
  place: React.RefObject<HTMLDivElement>;
  viewer: NavigatedViewer | null;
}

/** What lies on a paper: the drawing, and the buttons that bring it closer. */
export const Drawing = ({ place, viewer }: Props) => {
  const { t } = useText();
  const zoom = (factor: number) => {
    const canvas = viewer?.get<{ zoom(level?: number | string, center?: string): number }>('canvas');
    if (canvas) canvas.zoom(factor === 0 ? 'fit-viewport' : canvas.zoom() * factor, 'auto');
  };
  return (
    <>
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
    </>
  );
};
