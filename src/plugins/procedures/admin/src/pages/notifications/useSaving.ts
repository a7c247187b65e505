import * as React from 'react';

import { type Sending, useSending } from '../../api/useSending';

/** One act of a form, and a word when it is done. */
export function useSaving(): Pick<Sending, 'busy' | 'problem' | 'run'> & { saved: boolean } {
  const { busy, problem, run: send } = useSending();
  const [saved, setSaved] = React.useState(false);
  const run = React.useCallback<Sending['run']>(
    async (work) => {
      setSaved(false);
      const done = await send(work);
      setSaved(done);
      return done;
    },
    [send],
  );
  return { busy, saved, problem, run };
}
