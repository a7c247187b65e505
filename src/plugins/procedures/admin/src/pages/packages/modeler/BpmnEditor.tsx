import { Box, Button, Flex } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import type { DraftView, PackageProblem } from '../../../../../shared/packages-contract';
import { saveFile } from '../../../api/readFile';
import { useText } from '../../../text/useText';
import { createModeler } from './createModeler';
import { ModelerFrame } from './ModelerFrame';
import { markProblems } from './markProblems';
import { TaskFields } from './TaskFields';
import type { Drawn } from './taskProperties';

interface Props {
  xml: string;
  draft: DraftView;
  path: string;
  problems: PackageProblem[];
  selected: PackageProblem | null;
  aside: React.ReactNode;
  onChange(xml: string): void;
  onUnreadable(reason: string): void;
}

const BpmnEditor = ({ xml, draft, path, problems, selected, aside, onChange, onUnreadable }: Props) => {
  const { t, language } = useText();
  const canvas = React.useRef<HTMLDivElement>(null);
  const panel = React.useRef<HTMLDivElement>(null);
  const first = React.useRef(xml);
  const [modeler, setModeler] = React.useState<Modeler | null>(null);
  const [chosen, setChosen] = React.useState<Drawn | null>(null);
  const calls = React.useRef({ onChange, onUnreadable });
  calls.current = { onChange, onUnreadable };

  React.useEffect(() => {
    if (!canvas.current || !panel.current) return undefined;
    const made = createModeler(canvas.current, panel.current, language);
    let gone = false;
    const write = async () => {
      const { xml: text } = await made.saveXML({ format: true });
      if (!gone && text) calls.current.onChange(text);
    };
    made
      .importXML(first.current)
      .then(() => {
        if (gone) return;
        made.get<{ zoom(to: string, center?: string): void }>('canvas').zoom('fit-viewport', 'auto');
        made.on('commandStack.changed', () => void write());
        made.on('selection.changed', ({ newSelection }: { newSelection: Drawn[] }) =>
          setChosen(newSelection.length === 1 ? (newSelection[0] ?? null) : null),
        );
        setModeler(made);
      })
      .catch((error: Error) => !gone && calls.current.onUnreadable(error.message.split('\n')[0] ?? ''));
    return () => {
      gone = true;
      setModeler(null);
      made.destroy();
    };
  }, [language]);

  const locked = t('packages.locked');
  React.useEffect(() => {
    if (!modeler) return undefined;
    return markProblems(
      modeler,
      problems.filter((one) => one.file === path || one.file === 'manifest.json'),
      draft.locks,
      { locked },
    );
  }, [modeler, problems, draft.locks, path, locked]);

  React.useEffect(() => {
    if (!modeler || !selected?.element) return;
    const element = modeler.get<{ get(id: string): object | undefined }>('elementRegistry').get(selected.element);
    if (!element) return;
    modeler.get<{ select(element: object): void }>('selection').select(element);
    modeler.get<{ scrollToElement(element: object): void }>('canvas').scrollToElement(element);
  }, [modeler, selected]);

  const trigger = (name: string) => modeler?.get<{ trigger(name: string): void }>('editorActions').trigger(name);
  const exportSvg = async () => {
    const saved = await modeler?.saveSVG();
    if (saved) saveFile(new Blob([saved.svg], { type: 'image/svg+xml' }), path.replace('.bpmn', '.svg'));
  };
  return (
    <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
      <Flex direction="column" alignItems="stretch" gap={2} style={{ flex: 1, minWidth: 0 }}>
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="tertiary" onClick={() => trigger('undo')}>
            {t('packages.undo')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => trigger('redo')}>
            {t('packages.redo')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => trigger('find')}>
            {t('packages.find')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => void exportSvg()}>
            {t('packages.svg')}
          </Button>
        </Flex>
        <ModelerFrame ref={canvas} role="application" aria-label={t('packages.canvas')} aria-busy={!modeler} />
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3} style={{ width: '30rem', flex: 'none', overflowY: 'auto' }}>
        {modeler && chosen?.type === 'bpmn:UserTask' && (
          <TaskFields key={chosen.id} modeler={modeler} element={chosen} draft={draft} />
        )}
        {aside}
        <Box ref={panel} style={{ background: '#fff', color: '#22242a', colorScheme: 'light', flex: 'none' }} />
      </Flex>
    </Flex>
  );
};

export default BpmnEditor;
