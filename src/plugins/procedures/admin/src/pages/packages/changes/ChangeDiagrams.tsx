import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

import { Box, Grid, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import type { ChangedModel, ChangeKind, PackageChange, PublicationView } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';

/** Paper in both themes; a colour never says it alone: the list above says the same in words. */
const Paper = styled.div`
  height: 360px;
  background: #fff;
  color: #22242a;
  color-scheme: light;
  .procedures-ADDED .djs-visual > :nth-child(1) {
    stroke: #2f6846 !important;
    stroke-width: 3px !important;
  }
  .procedures-REMOVED .djs-visual > :nth-child(1) {
    stroke: #b72b1a !important;
    stroke-width: 3px !important;
    stroke-dasharray: 6 4;
  }
  .procedures-CHANGED .djs-visual > :nth-child(1) {
    stroke: #9736e8 !important;
    stroke-width: 3px !important;
  }
`;

interface PaneProps {
  title: string;
  xml: string;
  changes: PackageChange[];
  kinds: ChangeKind[];
}

const Pane = ({ title, xml, changes, kinds }: PaneProps) => {
  const { t } = useText();
  const place = React.useRef<HTMLDivElement>(null);
  const [reason, setReason] = React.useState<string | null>(null);
  React.useEffect(() => {
    let gone = false;
    setReason(null);
    let destroy: (() => void) | null = null;
    (async () => {
      const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
      if (gone || !place.current) return;
      const viewer = new Viewer({ container: place.current });
      destroy = () => viewer.destroy();
      await viewer.importXML(xml);
      const canvas = viewer.get<{ zoom(to: string): void; addMarker(id: string, name: string): void }>('canvas');
      const registry = viewer.get<{ get(id: string): unknown }>('elementRegistry');
      canvas.zoom('fit-viewport');
      for (const { element, kind } of changes)
        if (element && kinds.includes(kind) && registry.get(element)) canvas.addMarker(element, `procedures-${kind}`);
    })().catch((error: Error) => {
      if (!gone) setReason(error.message);
    });
    return () => {
      gone = true;
      destroy?.();
    };
  }, [xml, changes, kinds]);
  return (
    <Box borderColor="neutral150" hasRadius style={{ width: '100%' }}>
      <Typography tag="h4" variant="sigma" padding={2}>
        {title}
      </Typography>
      {reason && (
        <Typography tag="p" padding={2} textColor="danger600">
          {t('packages.notDrawn', { reason })}
        </Typography>
      )}
      <Paper ref={place} role="group" aria-label={title} />
    </Box>
  );
};

interface DrawingsProps {
  model: ChangedModel;
  changes: PackageChange[];
}

const BEFORE: ChangeKind[] = ['REMOVED', 'CHANGED'];
const AFTER: ChangeKind[] = ['ADDED', 'CHANGED'];

const Drawings = ({ model, changes }: DrawingsProps) => {
  const { t } = useText();
  const own = React.useMemo(() => changes.filter((one) => one.file === model.file), [changes, model.file]);
  return (
    <Box tag="section" aria-label={model.file} paddingBottom={4}>
      <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
        {model.file}
      </Typography>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12}>
          {model.inForce === null ? (
            <Typography textColor="neutral600">{t('packages.modelAdded')}</Typography>
          ) : (
            <Pane title={t('packages.before')} xml={model.inForce} changes={own} kinds={BEFORE} />
          )}
        </Grid.Item>
        <Grid.Item col={6} s={12}>
          {model.proposed === null ? (
            <Typography textColor="neutral600">{t('packages.modelRemoved')}</Typography>
          ) : (
            <Pane title={t('packages.after')} xml={model.proposed} changes={own} kinds={AFTER} />
          )}
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
};

/** Every drawing that changes, as it is and as proposed, side by side. */
export const ChangeDiagrams = ({ models, changes }: Pick<PublicationView, 'models' | 'changes'>) => (
  <>
    {models.map((model) => (
      <Drawings key={model.file} model={model} changes={changes} />
    ))}
  </>
);
