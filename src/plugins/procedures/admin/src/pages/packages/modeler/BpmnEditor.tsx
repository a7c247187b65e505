import { Flex } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';
import * as React from 'react';

import type { ClockRuleInput, DraftView } from '../../../../../shared/packages-contract';
import { useSending } from '../../../api/useSending';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { useText } from '../../../text/useText';
import type { EditorProps } from '../editorProps';
import { BlockDialog } from './blocks/BlockDialog';
import { ClockRuleDialog } from './ClockRuleDialog';
import { carrySettings, type LeftBehind } from './carrySettings';
import { clockOfStep } from './clockOfStep';
import { createModeler } from './createModeler';
import { type Drawn, isFlow, isOnTheWay, type Services, type Shape } from './drawing';
import { ElementFields } from './ElementFields';
import { ExpertPanel } from './ExpertPanel';
import { ElementExpressions } from './expressions/ElementExpressions';
import { type ImportWarning, importWarnings, type Unread } from './importWarnings';
import { ModelerFrame } from './ModelerFrame';
import { ModelerTools } from './ModelerTools';
import { markProblems } from './markProblems';
import { Outline } from './outline/Outline';
import { PasteNotice } from './PasteNotice';
import { addToList } from './taskProperties';
import { UnreadNotice } from './UnreadNotice';
import { useFieldFocus } from './useFieldFocus';

/** From this scale on the words of a step can be read. */
const READABLE = 0.85;
/** The palette lies over the left of the canvas. */
const BESIDE_THE_TOOLS = { top: 100, right: 150, bottom: 100, left: 180 };

const BpmnEditor = ({ text: xml, draft, path, problems, selected, aside, onOpenFile, ...given }: EditorProps) => {
  const { t, language } = useText();
  const canvas = React.useRef<HTMLDivElement>(null);
  const first = React.useRef(xml);
  const [modeler, setModeler] = React.useState<Modeler | null>(null);
  const [chosen, setChosen] = React.useState<Drawn | null>(null);
  const [adding, setAdding] = React.useState(false);
  const [outlined, setOutlined] = React.useState(false);
  const [timing, setTiming] = React.useState<{ step: Shape; start: ClockRuleInput; draft: DraftView } | null>(null);
  const [change, countChange] = React.useReducer((count: number) => count + 1, 0);
  const { fields, ...fieldKeys } = useFieldFocus(change);
  const { problem, run } = useSending();
  const [left, setLeft] = React.useState<LeftBehind[]>([]);
  const [unread, setUnread] = React.useState<Unread[]>([]);
  const calls = React.useRef({ ...given, draft });
  calls.current = { ...given, draft };

  const draftId = draft.draft.id;

  React.useEffect(() => {
    if (!canvas.current) return undefined;
    const made = createModeler(canvas.current, language);
    carrySettings(made, () => calls.current.draft, setLeft);
    let gone = false;
    const write = async () => {
      const { xml: text } = await made.saveXML({ format: true });
      if (!gone && text) calls.current.onChange(text);
    };
    made
      .importXML(first.current)
      .then(({ warnings }) => {
        if (gone) return;
        setUnread(importWarnings(warnings as unknown as ImportWarning[]));
        made.get<Services['canvas']>('canvas').zoom('fit-viewport', 'auto');
        made.on('commandStack.changed', () => {
          countChange();
          void write();
        });
        made.on('selection.changed', ({ newSelection }: { newSelection: Drawn[] }) =>
          setChosen(newSelection.length === 1 ? (newSelection[0] ?? null) : null),
        );
        setModeler(made);
        calls.current.onShown();
      })
      .catch((error: Error) => !gone && calls.current.onUnreadable(error.message.split('\n')[0] ?? ''));
    return () => {
      gone = true;
      setModeler(null);
      made.destroy();
    };
    // Made anew in another language: its own words are of the one that it was made in.
  }, [language, draftId]);

  const startAdding = React.useCallback(() => setAdding(true), []);
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

  const show = React.useCallback((made: Modeler, id: string) => {
    const element = made.get<Services['elementRegistry']>('elementRegistry').get(id);
    if (!element) return;
    made.get<Services['selection']>('selection').select(element);
    const canvas = made.get<Services['canvas']>('canvas');
    if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
    canvas.scrollToElement(element, BESIDE_THE_TOOLS);
  }, []);
  React.useEffect(() => {
    if (modeler && selected?.element) show(modeler, selected.element);
  }, [modeler, selected, show]);

  /** What is drawn is saved first: only then does the server know the step's event. */
  const saveAndRead = async () => {
    const saved = await modeler?.saveXML({ format: true });
    if (saved?.xml) calls.current.onChange(saved.xml);
    await calls.current.onFlush();
    return calls.current.onReload();
  };
  const startClock = (step: Shape) =>
    run(async () => {
      const fresh = await saveAndRead();
      setTiming({ step, draft: fresh, start: clockOfStep(step, fresh, (name) => t('modeler.clock.of', { name })) });
    });
  return (
    <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
      <Flex direction="column" alignItems="stretch" gap={2} style={{ flex: 1, minWidth: 0 }}>
        <ModelerTools
          modeler={modeler}
          draftId={draftId}
          path={path}
          outlined={outlined}
          onOutline={setOutlined}
          onAdd={startAdding}
          onFlush={given.onFlush}
        />
        {problem && <ProblemSummary problem={problem} />}
        {unread.length > 0 && modeler && (
          <UnreadNotice unread={unread} onSelect={(id) => show(modeler, id)} onClose={() => setUnread([])} />
        )}
        {left.length > 0 && <PasteNotice left={left} onClose={() => setLeft([])} />}
        <Flex data-stacks alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
          {outlined && modeler && (
            <Outline
              modeler={modeler}
              draft={draft}
              problems={problems}
              chosen={chosen}
              change={change}
              onSelect={(id) => show(modeler, id)}
              onOpen={() => fields.current?.querySelector<HTMLElement>('input, button, [role="combobox"]')?.focus()}
              onAdd={startAdding}
            />
          )}
          <ModelerFrame ref={canvas} role="application" aria-label={t('packages.canvas')} aria-busy={!modeler} />
        </Flex>
      </Flex>
      <Flex
        ref={fields}
        {...fieldKeys}
        direction="column"
        alignItems="stretch"
        gap={3}
        style={{ width: '30rem', flex: 'none', overflowY: 'auto' }}
      >
        {modeler && chosen && (
          <ElementFields
            key={chosen.id}
            modeler={modeler}
            element={chosen}
            draft={draft}
            onOpenFile={onOpenFile}
            onNewClock={(step) => void startClock(step)}
          />
        )}
        {modeler && chosen && (
          <ElementExpressions
            key={`expressions ${chosen.id}`}
            modeler={modeler}
            element={chosen}
            draftId={draftId}
            onFlush={() => calls.current.onFlush()}
          />
        )}
        {aside}
        <ExpertPanel modeler={modeler} draftId={draftId} onFlush={() => calls.current.onFlush()} />
      </Flex>
      {adding && modeler && (
        <BlockDialog
          modeler={modeler}
          draft={draft}
          at={chosen && (isFlow(chosen) || isOnTheWay(chosen)) ? chosen : null}
          onClose={() => setAdding(false)}
          onDrawn={(made) => {
            show(modeler, made.id);
            void run(saveAndRead);
          }}
        />
      )}
      {timing && modeler && (
        <ClockRuleDialog
          draft={timing.draft}
          start={timing.start}
          onClose={() => setTiming(null)}
          onSaved={(id) => {
            addToList(modeler, timing.step, 'clocks', id, timing.draft.tasks);
            setTiming(null);
            void run(saveAndRead);
          }}
        />
      )}
    </Flex>
  );
};

export default BpmnEditor;
