import { Button, Flex, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import { type Problem, readProblem } from '../../../api/problem';
import { withQuery } from '../../../api/query';
import { readFile, saveFile } from '../../../api/readFile';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { useText } from '../../../text/useText';
import { KeyHelp } from './KeyHelp';
import { pngOf } from './pngOf';

interface Props {
  modeler: Modeler | null;
  draftId: string;
  path: string;
  /** the outline stands beside the drawing */
  outlined: boolean;
  onOutline(shown: boolean): void;
  onAdd(): void;
  /** saves what is not saved yet */
  onFlush(): Promise<void>;
}

/** What is done with the drawing as a whole. */
export const ModelerTools = ({ modeler, draftId, path, outlined, onOutline, onAdd, onFlush }: Props) => {
  const { t } = useText();
  const trigger = (name: string) => modeler?.get<{ trigger(name: string): void }>('editorActions').trigger(name);
  // The click that opens it must be over: a click beside it closes it.
  const find = () => setTimeout(() => trigger('find'));
  const exportPicture = async (kind: 'svg' | 'png') => {
    const saved = await modeler?.saveSVG();
    if (!saved) return;
    const picture = kind === 'png' ? await pngOf(saved.svg) : new Blob([saved.svg], { type: 'image/svg+xml' });
    saveFile(picture, path.replace('.bpmn', `.${kind}`));
  };
  const [printing, setPrinting] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  /** The server prints what is saved, with the letters and on the paper of documents. */
  const exportPdf = async () => {
    setPrinting(true);
    setProblem(null);
    try {
      await onFlush();
      saveFile(await readFile(withQuery(`/drafts/${draftId}/diagram`, { path })), path.replace('.bpmn', '.pdf'));
    } catch (thrown) {
      setProblem(readProblem(thrown));
    } finally {
      setPrinting(false);
    }
  };
  const [help, setHelp] = React.useState(false);
  React.useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setHelp(true);
      if (event.key === 'n' && modeler && !document.querySelector('[role="dialog"]')) {
        event.preventDefault();
        onAdd();
      }
      if (event.key === 'o' && modeler && !document.querySelector('[role="dialog"]')) {
        event.preventDefault();
        onOutline(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [modeler, onAdd, onOutline]);
  return (
    <Flex gap={2} wrap="wrap">
      <Button size="S" startIcon={<Plus />} disabled={!modeler} onClick={onAdd}>
        {t('modeler.addStep')}
      </Button>
      <Button
        size="S"
        variant={outlined ? 'secondary' : 'tertiary'}
        aria-pressed={outlined}
        disabled={!modeler}
        onClick={() => onOutline(!outlined)}
      >
        {t('outline.show')}
      </Button>
      <Button size="S" variant="tertiary" onClick={() => trigger('undo')}>
        {t('packages.undo')}
      </Button>
      <Button size="S" variant="tertiary" onClick={() => trigger('redo')}>
        {t('packages.redo')}
      </Button>
      <Button size="S" variant="tertiary" onClick={find}>
        {t('packages.find')}
      </Button>
      <SimpleMenu
        label={t(printing ? 'modeler.printing' : 'modeler.export')}
        variant="tertiary"
        size="S"
        disabled={!modeler || printing}
      >
        <MenuItem onSelect={() => void exportPdf()}>{t('modeler.pdf')}</MenuItem>
        <MenuItem onSelect={() => void exportPicture('svg')}>{t('packages.svg')}</MenuItem>
        <MenuItem onSelect={() => void exportPicture('png')}>{t('modeler.png')}</MenuItem>
      </SimpleMenu>
      <Button size="S" variant="tertiary" onClick={() => setHelp(true)}>
        {t('modeler.help')}
      </Button>
      {problem && <ProblemSummary problem={problem} />}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </Flex>
  );
};
