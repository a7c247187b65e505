/** The names of every decision of a file: for the cells, and for whoever tries a table. */
import * as React from 'react';

import type { DecisionNames, FileDecisionNames } from '../../../../../shared/decisions-contract';
import { withQuery } from '../../../api/query';
import { useResource } from '../../../api/useResource';
import { useText } from '../../../text/useText';
import { type EditorName, editorVariables } from '../modeler/expressions/editorNames';
import type { NamesOf } from './namesModule';
import type { DecisionTexts } from './readTables';

interface Names {
  /** null: being read */
  names: DecisionNames[] | null;
  namesOf: NamesOf;
}
interface File {
  draftId: string;
  path: string;
  decisions: DecisionTexts[];
  /** saves what is drawn: by that the server learns of it */
  onFlush(): Promise<void>;
}

/** Completion is a help: without the server the cells work as before. */
const NONE: DecisionNames[] = [];

export function useDecisionNames({ draftId, path, decisions, onFlush }: File): Names {
  const text = useText();
  const words = React.useRef(text);
  words.current = text;
  const { data, problem, reload } = useResource<FileDecisionNames>(
    withQuery(`/drafts/${draftId}/decisions/names`, { path }),
  );
  const lists = React.useRef(new Map<string, EditorName[]>());
  React.useEffect(() => {
    for (const { id, required, variables } of data?.decisions ?? []) {
      const list = lists.current.get(id) ?? [];
      list.splice(0, list.length, ...editorVariables([...required, ...variables], words.current));
      lists.current.set(id, list);
    }
  }, [data]);
  const namesOf = React.useCallback<NamesOf>((decision, known) => {
    const list = lists.current.get(decision) ?? [...known];
    lists.current.set(decision, list);
    return list;
  }, []);
  const flush = React.useRef(onFlush);
  flush.current = onFlush;
  // A decision more, or one that needs another than before: its names are others.
  const shape = decisions.map(({ id, requires }) => [id, ...requires].join(' ')).join('\n');
  const known = React.useRef(shape);
  React.useEffect(() => {
    if (known.current === shape) return;
    known.current = shape;
    void flush.current().then(reload);
  }, [shape, reload]);
  return { names: data?.decisions ?? (problem ? NONE : null), namesOf };
}
