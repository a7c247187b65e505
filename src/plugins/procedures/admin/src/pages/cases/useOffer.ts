import * as React from 'react';

import type { CaseOffer } from '../../../../shared/contracts';

export interface OpenOffer {
  /** null: no event is being entered */
  offer: CaseOffer | null;
  /** something is typed into its form, and not recorded */
  typed: boolean;
  setTyped(typed: boolean): void;
  /** another one, or null: none; asked about where words would go */
  pick(next: CaseOffer | null): void;
  /** it is recorded */
  done(): void;
  asking: boolean;
  stay(): void;
  leave(): void;
}

/** The event that is being entered on the page of a case. */
export function useOffer(): OpenOffer {
  const [offer, setOffer] = React.useState<CaseOffer | null>(null);
  const [typed, setTyped] = React.useState(false);
  const [wanted, setWanted] = React.useState<{ offer: CaseOffer | null } | null>(null);
  const show = (next: CaseOffer | null) => {
    setTyped(false);
    setWanted(null);
    setOffer(next);
  };
  return {
    offer,
    typed,
    setTyped,
    pick: (next) => {
      if (next && next.code === offer?.code) return;
      if (typed) setWanted({ offer: next });
      else show(next);
    },
    done: () => show(null),
    asking: wanted !== null,
    stay: () => setWanted(null),
    leave: () => show(wanted?.offer ?? null),
  };
}
