import * as React from 'react';

import { type Sending, useSending } from '../../api/useSending';

/** One act of a form, and a word when it is done. */
export function useSaving(): Sending & { saved: boolean } {
  const { run: send, ...sending } = useSending();
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
  return { ...sending, saved, run };
}
