/** pages/packages/tables/ owns decision tables: dmn-js in the reader's words, and what a table leaves open. */
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';

import { Flex } from '@strapi/design-system';
import DmnModeler from 'dmn-js/lib/Modeler';
import * as React from 'react';
import { styled } from 'styled-components';

import type { TriedDecision } from '../../../../../shared/decisions-contract';
import { useText } from '../../../text/useText';
import type { EditorProps } from '../editorProps';
import { ChoiceField } from '../modeler/ChoiceField';
import { editorFunctions } from '../modeler/expressions/editorNames';
import { useTry } from '../modeler/expressions/useTry';
import { askedNames } from './askedNames';
import { dmnTranslateModule } from './dmnTranslateModule';
import { GapsSection } from './GapsSection';
import { namesModule } from './namesModule';
import { readDecisions, readTables } from './readTables';
import { type DecisionQuestion, TryTable } from './TryTable';
import { tableMarks } from './tableMarks';
import { useDecisionNames } from './useDecisionNames';

/** Paper in both themes, as the diagrams are. */
const Paper = styled.div<{ $marks: string }>`
  ${({ $marks }) => $marks}
  flex: 1;
  min-height: 0;
  overflow: auto;
  background: #fff;
  color: #22242a;
  color-scheme: light;
  border-radius: 4px;
  .dmn-decision-table-container {
    padding: 8px;
  }
`;

interface View {
  type: string;
  element: { id: string; name?: string };
}

interface Inner {
  on(event: string, listener: () => void): void;
}

const DmnEditor = ({ text, draft, path, aside, onChange, onUnreadable, onFlush }: EditorProps) => {
  const words = useText();
  const { t, language } = words;
  const place = React.useRef<HTMLDivElement>(null);
  const first = React.useRef(text);
  const calls = React.useRef({ onChange, onUnreadable });
  calls.current = { onChange, onUnreadable };
  const functions = React.useRef(editorFunctions(words));
  const [modeler, setModeler] = React.useState<DmnModeler | null>(null);
  const [views, setViews] = React.useState<View[]>([]);
  const [active, setActive] = React.useState('');
  const [xml, setXml] = React.useState(text);
  const decisions = React.useMemo(() => readDecisions(xml), [xml]);
  const tables = React.useMemo(() => readTables(xml), [xml]);
  const { names, namesOf } = useDecisionNames({ draftId: draft.draft.id, path, decisions, onFlush });
  const trying = useTry<DecisionQuestion, TriedDecision>(`/drafts/${draft.draft.id}/decisions/try`);
  const { tried, clear } = trying;

  React.useEffect(() => {
    if (!place.current) return undefined;
    const translated = dmnTranslateModule(language);
    const feel = {
      additionalModules: [translated, namesModule(namesOf)],
      feelLanguageContext: { parserDialect: 'camunda', builtins: functions.current },
    };
    const made = new DmnModeler({
      container: place.current,
      drd: { additionalModules: [translated] },
      decisionTable: feel,
      literalExpression: feel,
      boxedExpression: feel,
    });
    let gone = false;
    const write = async () => {
      const { xml: written } = await made.saveXML({ format: true });
      if (gone || !written) return;
      calls.current.onChange(written);
      setXml(written);
    };
    made.on('views.changed', ({ views: all, activeView }) => {
      setViews(all);
      setActive(activeView?.element.id ?? '');
    });
    const heard = new WeakSet<object>();
    made.on('views.changed', () => {
      const viewer = made.getActiveViewer() as Inner | undefined;
      if (!viewer || heard.has(viewer)) return;
      heard.add(viewer);
      viewer.on('elements.changed', () => void write());
    });
    made
      .importXML(first.current)
      .then(() => {
        if (!gone) setModeler(made);
      })
      .catch((error: Error) => !gone && calls.current.onUnreadable(error.message.split('\n')[0] ?? ''));
    return () => {
      gone = true;
      made.destroy();
    };
  }, [language, namesOf]);

  const decision = decisions.find(({ id }) => id === active);
  const asked = React.useMemo(
    () => (decision && names ? askedNames(decision.id, { decisions, tables, names }) : []),
    [decision, decisions, tables, names],
  );
  // What was tried was the table as it stood.
  React.useEffect(clear, [clear, xml, active]);
  // The rule that was taken may stand far down.
  React.useEffect(() => {
    const rules = tried && 'decisions' in tried ? (tried.decisions[0]?.rules ?? []) : [];
    const id = rules.find(({ taken }) => taken)?.id;
    const paper = place.current;
    const row = id && paper?.querySelector(`td.rule-index[data-row-id="${CSS.escape(id)}"]`);
    if (!paper || !row) return;
    const { top, bottom } = row.getBoundingClientRect();
    const frame = paper.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom)
      paper.scrollTo({ top: paper.scrollTop + top - frame.top - frame.height / 2 });
  }, [tried]);
  const marks = tried && 'decisions' in tried ? tableMarks(tried.decisions) : '';
  const nameOf = ({ type, element }: View) => (type === 'drd' ? t('tables.overview') : element.name || element.id);
  const open = (id: string) => {
    const view = modeler?.getViews().find((one) => one.element.id === id);
    if (view) void modeler?.open(view);
  };
  return (
    <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
      <Flex direction="column" alignItems="stretch" gap={2} style={{ flex: 1, minWidth: 0 }}>
        <ChoiceField
          label={t('tables.views')}
          value={active}
          choices={views.map((view) => ({ value: view.element.id, label: nameOf(view) }))}
          onChange={open}
        />
        <Paper ref={place} $marks={marks} role="application" aria-label={t('tables.canvas')} aria-busy={!modeler} />
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={3} style={{ width: '30rem', flex: 'none', overflowY: 'auto' }}>
        {decision && names && (
          <TryTable
            draftId={draft.draft.id}
            path={path}
            decision={decision.id}
            asked={asked}
            callers={names.find(({ id }) => id === decision.id)?.callers ?? null}
            trying={trying}
            onFlush={onFlush}
          />
        )}
        <GapsSection tables={tables} />
        {aside}
      </Flex>
    </Flex>
  );
};

export default DmnEditor;
