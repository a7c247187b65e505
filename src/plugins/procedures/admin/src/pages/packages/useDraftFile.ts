/**
 * One file of a draft, saved by itself a moment after the last change. A save that comes too late for somebody else's is
 * held back and told, with both ways on: take theirs, or keep mine as a copy.
 */
import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

import type { DraftFileText, Saved } from '../../../../shared/packages-contract';
import { type Problem, readProblem } from '../../api/problem';
import { withQuery } from '../../api/query';
import { takeAhead } from '../../api/readAhead';
import { put, read, remove as removeAt } from '../../api/send';
import { useLeaveWarning } from '../../components/useLeaveWarning';
import { isUnsaved, remember, takeInHand } from './unsavedFiles';

const QUIET_MS = 800;

/** `refused`: it will not be tried again as it is. */
export type SaveState = 'loading' | 'saved' | 'changed' | 'saving' | 'conflict' | 'failed' | 'refused';

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

/** Of one draft and one path: another one is another component's. */
export function useDraftFile(draftId: string, path: string, onSaved: () => void): DraftFileState {
  // Another person may sign in without the panel being loaded again.
  const user = useAuth('useDraftFile', (auth) => auth.user?.id);
  const place = `${user} ${draftId} ${path}`;
  const [file] = React.useState(() => takeInHand(place));
  const [text, setText] = React.useState<string | null>(null);
  const [round, setRound] = React.useState(0);
  const [state, setState] = React.useState<SaveState>('loading');
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const base = `/drafts/${draftId}/file`;
  useLeaveWarning(text !== null && state !== 'saved' && state !== 'loading');

  const show = React.useCallback(() => {
    setText(file.text);
    setRound((value) => value + 1);
  }, [file]);

  const save = React.useCallback(async (): Promise<void> => {
    if (file.under || !isUnsaved(file)) return;
    const sent = file.text;
    const send = async () => {
      setState('saving');
      try {
        const { revision } = await put<Saved>(base, { path, revision: file.revision, text: sent });
        Object.assign(file, { revision, saved: sent, under: null });
        remember(place, file);
        setProblem(null);
        setState(isUnsaved(file) ? 'changed' : 'saved');
        onSaved();
        if (isUnsaved(file)) await save();
      } catch (thrown) {
        file.under = null;
        const found = readProblem(thrown);
        setProblem(found);
        file.isLate = found.status === 409;
        // A server out of reach is tried again; what was typed is still here.
        const isAway = found.status === 0 || found.status >= 500;
        setState(file.isLate ? 'conflict' : isAway ? 'failed' : 'refused');
        if (isAway) file.timer = window.setTimeout(() => void save(), 5_000);
      }
    };
    file.under = send();
    await file.under;
  }, [file, place, base, path, onSaved]);

  const load = React.useCallback(async () => {
    setState('loading');
    setProblem(null);
    try {
      // The main model may have been read while the page came.
      const early = await takeAhead<DraftFileText>(base)?.catch(() => null);
      const got = early?.path === path ? early : await read<DraftFileText>(withQuery(base, { path }));
      Object.assign(file, { revision: got.revision, text: got.text, saved: got.text, isLate: false });
      remember(place, file);
      show();
      setState('saved');
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setState(file.isLate ? 'conflict' : 'failed');
    }
  }, [file, place, base, path, show]);

  /** What was left unsaved stands as it was left, and is sent once more. */
  const open = React.useCallback(
    async (isGone: () => boolean) => {
      await file.under;
      // Whoever shows the file now sends it, and hears what becomes of it.
      if (isGone()) return;
      window.clearTimeout(file.timer);
      if (!isUnsaved(file)) return load();
      show();
      return save();
    },
    [file, load, show, save],
  );

  const change = React.useCallback(
    (next: string) => {
      file.text = next;
      remember(place, file);
      if (file.isLate) return;
      window.clearTimeout(file.timer);
      if (!isUnsaved(file) && !file.under) return setState('saved');
      setState('changed');
      file.timer = window.setTimeout(() => void save(), QUIET_MS);
    },
    [file, place, save],
  );

  React.useEffect(() => {
    let gone = false;
    void open(() => gone);
    // Another file or page: what is not saved yet goes at once.
    return () => {
      gone = true;
      window.clearTimeout(file.timer);
      if (!file.isLate) void save();
    };
  }, [file, open, save]);

  const flush = React.useCallback(async () => {
    window.clearTimeout(file.timer);
    await file.under;
    await save();
  }, [file, save]);

  const keepCopy = React.useCallback(async () => {
    const [, name = path, end = ''] = /^(.*)(\.[^.]+)$/.exec(path) ?? [];
    const copy = `${name}-ban-sao-${Date.now().toString(36)}${end}`;
    await put<Saved>(base, { path: copy, revision: 0, text: file.text, isCopy: true });
    file.text = file.saved;
    await load();
    return copy;
  }, [file, base, path, load]);

  const remove = React.useCallback(async () => {
    await removeAt(withQuery(base, { path, revision: file.revision }));
    file.text = file.saved;
    remember(place, file);
  }, [file, place, base, path]);

  return { text, round, state, problem, change, restart: show, flush, takeTheirs: () => void load(), keepCopy, remove };
}
