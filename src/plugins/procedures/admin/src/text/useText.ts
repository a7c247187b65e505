/** text/ owns the words of the pages: translation keys, the reader's language, bilingual values of the server. */
import * as React from 'react';
import { useIntl } from 'react-intl';

import type { Bilingual } from '../../../shared/contracts';
import { vi } from '../translations/vi';
import { PLUGIN_ID } from './pluginId';

export type TextKey = keyof typeof vi;
export type Language = 'vi' | 'en';
export type TextValues = Record<string, string | number>;

export interface Text {
  t(key: TextKey, values?: TextValues): string;
  /** the reader's half of a bilingual value; an absent one is an empty string */
  pick(text: Bilingual | null | undefined): string;
  language: Language;
}

export function useText(): Text {
  const { formatMessage, locale } = useIntl();
  return React.useMemo(() => {
    const language: Language = locale.startsWith('vi') ? 'vi' : 'en';
    return {
      language,
      t: (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: vi[key] }, values),
      pick: (text) => (text ? text[language] || text.vi || text.en : ''),
    };
  }, [formatMessage, locale]);
}
