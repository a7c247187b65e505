/**
 * Settings that are changed as a whole, one version after the other. They may be read again at any time: what is typed stands
 * until it is saved, and that somebody else has saved meanwhile is told.
 */
import * as React from 'react';

export interface Version<T> {
  version: number;
  value: T;
}

export interface Edited<T> {
  /** with what was typed */
  value: T;
  /** the version that is being changed */
  version: number;
  /** somebody else has saved a newer one, and something is typed here */
  isNewer: boolean;
  set(change: Partial<T>): void;
  /** what was typed is dropped for it */
  takeNewer(): void;
  /** it was saved as this version; what was typed while it was being sent stays */
  saved(now: Version<T>): void;
}

export function useEdited<T extends object>(read: Version<T>): Edited<T> {
  const [begun, setBegun] = React.useState(read);
  const [value, setValue] = React.useState(read.value);
  const isOlder = read.version > begun.version;
  const takeNewer = () => {
    setBegun(read);
    setValue(read.value);
  };
  // Nobody has typed anything: it is simply shown.
  if (isOlder && value === begun.value) takeNewer();
  return {
    value,
    version: begun.version,
    isNewer: isOlder,
    set: (change) => setValue((last) => ({ ...last, ...change })),
    takeNewer,
    saved: (now) => {
      setBegun(now);
      setValue((last) => (last === value ? now.value : last));
    },
  };
}
