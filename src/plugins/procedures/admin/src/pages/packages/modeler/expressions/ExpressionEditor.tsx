import FeelEditor from '@bpmn-io/feel-editor';
import * as React from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../../text/useText';
import { type EditorName, editorFunctions } from './editorNames';

interface Props {
  label: string;
  /** without its `=` */
  value: string;
  names: EditorName[];
  describedBy?: string;
  onChange(text: string): void;
}

/** Its colours are made for paper, in the dark theme too. */
const Frame = styled.div`
  background: #fff;
  color: #22242a;
  color-scheme: light;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 4px;
  padding: 8px 12px;
  font-size: 14px;

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  .cm-content {
    min-height: 4.5em;
    white-space: break-spaces;
    overflow-wrap: anywhere;
    flex-shrink: 1;
  }
  .cm-scroller {
    max-height: 16em;
    overflow: auto;
  }
  .cm-tooltip {
    background: #fff;
    color: #22242a;
    z-index: 20;
  }
  .cm-tooltip.cm-completionInfo {
    max-width: min(26rem, 80vw);
    white-space: pre-line;
  }
  .cm-tooltip-autocomplete > ul > li[aria-selected] {
    background: #4945ff;
    color: #fff;
  }
`;

/** FEEL with completion: the names that exist here, and the functions that the engine has. Tab leaves it. */
export const ExpressionEditor = ({ label, value, names, describedBy, onChange }: Props) => {
  const text = useText();
  const frame = React.useRef<HTMLDivElement>(null);
  const editor = React.useRef<FeelEditor | null>(null);
  const first = React.useRef({ value, names, text });
  const report = React.useRef(onChange);
  report.current = onChange;
  React.useEffect(() => {
    if (!frame.current) return undefined;
    const container = frame.current;
    editor.current = new FeelEditor({
      container,
      value: first.current.value,
      variables: first.current.names,
      builtins: editorFunctions(first.current.text),
      parserDialect: 'camunda',
      onChange: (next: string) => report.current(next),
      contentAttributes: {
        'aria-label': label,
        'aria-multiline': 'true',
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      },
    });
    editor.current.focus(first.current.value.length);
    return () => {
      editor.current = null;
      container.replaceChildren();
    };
  }, [label, describedBy]);
  React.useEffect(() => editor.current?.setVariables(names), [names]);
  return <Frame ref={frame} />;
};
