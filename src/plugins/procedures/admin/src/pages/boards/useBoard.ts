/** The board, brought up to date when a task changes and, since clocks turn red by themselves, every minute. */
import * as React from 'react';

import type { Board } from '../../../../shared/boards-contract';
import { type Resource, useResource } from '../../api/useResource';
import { useLiveEvents } from '../../live/useLiveEvents';

/** A busy office changes a task a second; a board is read with the eyes. */
const GATHER_MS = 2_000;

export function useBoard(): Resource<Board> {
  const resource = useResource<Board>('/board', { refreshMs: 60_000, keepPrevious: true });
  const { reload } = resource;
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvents('tasks', () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      reload();
    }, GATHER_MS);
  });
  React.useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return resource;
}
