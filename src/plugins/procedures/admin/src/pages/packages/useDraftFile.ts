/**
 * One file of a draft, saved by itself a moment after the last change. A save that comes too late for somebody else's is
 * held back and told, with both ways on: take theirs, or keep mine as a copy.
 */
import * as React from 'react';

import type { DraftFileText, Saved } from '../../../../shared/packages-contract';
import { type Problem, readProblem } from '../../api/problem';
import { withQuery } from '../../api/query';
import { takeAhead } from '../../api/readAhead';
import { put, read, remove as removeAt } from '../../api/send';

const QUIET_MS = 800;

/** `refused`: it will not be tried again as it is. */
export type SaveState = 'loading' | 'saved' | 'changed' | 'saving' | 'conflict' | 'failed' | 'refused';

interface DraftInHand {
  revision: number;
  text: string;
  saved: string;
  /** the save that is on its way */
  under: Promise<void> | null;
  timer: number;
}

export interface DraftFileState {
  text: string | null;
  /** counts the readings from the server: an editor loads anew when it rises */
  round: number;
  state: SaveState;
  problem: Problem | null;
  change(text: string): void;
  /** hands what is in hand now to the editor that opens next */
  restart(): void;
  /** saves at once what is not saved yet; resolves when it is */
  flush(): Promise<void>;
  takeTheirs(): void;
  keepCopy(): Promise<string>;
  remove(): Promise<void>;
}

export function useDraftFile(draftId: string, path: string, onSaved: () => void): DraftFileState {
  const file = React.useRef<DraftInHand>({ revision: 0, text: '', saved: '', under: null, timer: 0 });
  const [text, setText] = React.useState<string | null>(null);
  const [round, setRound] = React.useState(0);
  const [state, setState] = React.useState<SaveState>('loading');
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const base = `/drafts/${draftId}/file`;

  const load = React.useCallback(async () => {
    setState('loading');
    setProblem(null);
    try {
      // The main model may have been read while the page came.
      const early = await takeAhead<DraftFileText>(base)?.catch(() => null);
      const got = early?.path === path ? early : await read<DraftFileText>(withQuery(base, { path }));
      Object.assign(file.current, { revision: got.revision, text: got.text, saved: got.text });
      setText(got.text);
      setRound((value) => value + 1);
      setState('saved');
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setState('failed');
    }
  }, [base, path]);

  const save = React.useCallback(async (): Promise<void> => {
    const current = file.current;
    if (current.under || current.text === current.saved) return;
    const sent = current.text;
    const send = async () => {
      setState('saving');
      try {
        const { revision } = await put<Saved>(base, { path, revision: current.revision, text: sent });
        Object.assign(current, { revision, saved: sent, under: null });
        setProblem(null);
        setState(current.text === sent ? 'saved' : 'changed');
        onSaved();
        if (current.text !== sent) await save();
      } catch (thrown) {
        current.under = null;
        const found = readProblem(thrown);
        setProblem(found);
        // A server out of reach is tried again; what was typed is still here.
        const isAway = found.status === 0 || found.status >= 500;
        setState(found.status === 409 ? 'conflict' : isAway ? 'failed' : 'refused');
        if (isAway) current.timer = window.setTimeout(() => void save(), 5_000);
      }
    };
    current.under = send();
    await current.under;
  }, [base, path, onSaved]);

  const change = React.useCallback(
    (next: string) => {
      const current = file.current;
      current.text = next;
      if (next === current.saved) return;
      setState((last) => (last === 'conflict' ? last : 'changed'));
      window.clearTimeout(current.timer);
      current.timer = window.setTimeout(() => void save(), QUIET_MS);
    },
    [save],
  );

  React.useEffect(() => {
    void load();
    // Another file or page: what is not saved yet goes at once.
    return () => {
      window.clearTimeout(file.current.timer);
      void save();
    };
  }, [load, save]);

  const restart = React.useCallback(() => {
    setText(file.current.text);
    setRound((value) => value + 1);
  }, []);

  const flush = React.useCallback(async () => {
    window.clearTimeout(file.current.timer);
    await file.current.under;
    await save();
  }, [save]);

  const keepCopy = React.useCallback(async () => {
    const [, name = path, end = ''] = /^(.*)(\.[^.]+)$/.exec(path) ?? [];
    const copy = `${name}-ban-sao-${Date.now().toString(36)}${end}`;
    await put<Saved>(base, { path: copy, revision: 0, text: file.current.text, isCopy: true });
    file.current.text = file.current.saved;
    await load();
    return copy;
  }, [base, path, load]);

  const remove = React.useCallback(async () => {
    await removeAt(withQuery(base, { path, revision: file.current.revision }));
    file.current.text = file.current.saved;
  }, [base, path]);

  return { text, round, state, problem, change, restart, flush, takeTheirs: () => void load(), keepCopy, remove };
}
