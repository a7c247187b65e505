import { useClipboard, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import { type TextKey, useText } from '../text/useText';

/**
 * Onto the clipboard, and said either way: a browser may refuse, and has none at all for a page without TLS.
 * Resolves with whether it was copied.
 */
export function useCopy(): (text: string, done: TextKey) => Promise<boolean> {
  const { t } = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  return React.useCallback(
    async (text, done) => {
      const isCopied = await copy(text);
      toggleNotification({
        type: isCopied ? 'success' : 'warning',
        message: t(isCopied ? done : 'task.notCopied'),
      });
      return isCopied;
    },
    [t, copy, toggleNotification],
  );
}
