/** Who is working, for which tenant: read once a page, and shared below it. */
import * as React from 'react';

import type { Me } from '../../../shared/contracts';

export const MeContext = React.createContext<Me | null>(null);

export function useMe(): Me | null {
  return React.useContext(MeContext);
}
