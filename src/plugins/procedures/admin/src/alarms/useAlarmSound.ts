import * as React from 'react';

import {
  followSound,
  maySound,
  type SoundState,
  soundState,
  startRinging,
  stopRinging,
  tonesBegun,
} from './alarmSound';

/** Rings while `wanted`; tells what becomes of it. */
export function useAlarmSound(wanted: boolean, everySeconds: number): SoundState {
  const state = React.useSyncExternalStore(followSound, soundState);
  React.useEffect(() => {
    if (!wanted) return undefined;
    startRinging(everySeconds);
    return stopRinging;
  }, [wanted, everySeconds]);
  return state;
}

/** Whether the browser lets this page sound. */
export function useMaySound(): boolean {
  return React.useSyncExternalStore(followSound, maySound);
}

export { tonesBegun };
